// The row that the maps point at as a figure of its own.
import { computed } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { focusCell } from "../../state/focus";
import { type DrawFigure, figureText } from "../../viz/figure";
import type { RowItem, RowModel } from "../../viz/rowModel";
import { decimal, signed } from "../common/format";
import { cellParts } from "../common/maps/cellParts";
import { nameOf } from "../common/maps/names";
import { FUSED_SOURCE } from "../common/sources";
import { shown } from "./context";
import { mapsModel } from "./drawnMaps";
import { facts, itemName } from "./figures";
import { focusRow } from "./focused";
import { rowNumbers } from "./mapsNumbers";
import { rowParts } from "./rowParts";

export const rowText = computed(() => {
  const words = t().figure.titles;
  return figureText(words.row(itemName(focusRow.value ?? 0)), words.rowScores, facts.value);
});

function rowModel(row: number): RowModel {
  const now = shown.peek();
  const maps = mapsModel.peek();
  const words = t().reading;
  const size = now?.slice.size ?? 0;
  const columns = Array.from({ length: now?.maps.causal ? row + 1 : size }, (_, index) => index);
  const focus = focusCell.peek();
  const items = columns.flatMap((column): RowItem[] => {
    const item = maps?.items[column];
    if (!now || !item) return [];
    const at = row * size + column;
    return [
      {
        ...item,
        parts: rowParts(cellParts(now.slice, row, column)),
        score: now.slice.fused[at] ?? 0,
        weight: now.slice.weights[at] ?? 0,
        focus: focus?.row === row && focus.column === column,
      },
    ];
  });
  const sources = now?.sources ?? [];
  return {
    items,
    key: [
      ...sources.map((source) => ({
        source: source.token,
        letter: source.letter,
        name: nameOf(source, sources.length),
      })),
      ...(now?.slice.bias ? [{ source: null, letter: words.biasLetter, name: words.bias }] : []),
      ...(sources.length > 1 ? [{ source: FUSED_SOURCE.token, letter: "F", name: t().common.sources.fused }] : []),
    ],
    words: {
      looksAt: withoutMarks(words.columnLooksAt),
      score: withoutMarks(words.columnScore),
      sum: withoutMarks(words.columnSum),
      weight: withoutMarks(words.columnWeight),
    },
    signed,
    decimal,
  };
}

export async function rowSource(): Promise<DrawFigure> {
  const { rowFigure } = await import("../../viz/rowFigure");
  const row = focusRow.peek() ?? 0;
  const [model, text, table] = [rowModel(row), rowText.peek(), rowNumbers(row)];
  return (size, theme) => rowFigure({ ...text, model, table: () => table }, size, theme);
}
