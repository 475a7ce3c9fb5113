// The panel's figures for files: what they are called, what they were made from, and the code that draws them, fetched when asked for.
import { computed } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { focusCell } from "../../state/focus";
import { captionOf, type DrawFigure, type FigureText, type Setting } from "../../viz/figure";
import type { RowItem, RowModel } from "../../viz/rowModel";
import { dataFact, modelFacts, sessionFact } from "../common/figureFacts";
import { decimal, signed } from "../common/format";
import { layerName, nameOf } from "../common/maps/names";
import { cellParts } from "../common/maps/slice";
import { FUSED_SOURCE } from "../common/sources";
import { focusRow, shown } from "./context";
import { mapsModel } from "./drawnMaps";
import { mapsNumbers } from "./mapsNumbers";
import { rowParts } from "./rowParts";

const itemName = (at: number) => shown.value?.items[at]?.name ?? "–";

/** The maps and the row are made from the same. */
const facts = computed((): Setting[] => {
  const now = shown.value;
  if (!now) return [];
  const { facts: names, said } = t().figure;
  const layer = layerName(now.maps.stacks, now.layer);
  const head = now.head === "mean" ? t().why.mean : String(now.head + 1);
  const [model, ...seed] = modelFacts();
  return [
    ...(model ? [model] : []),
    { name: names.layer, value: layer, said: said.layer(layer) },
    { name: names.head, value: head, said: now.head === "mean" ? said.meanHead : said.head(head) },
    dataFact(),
    ...seed,
    sessionFact(),
  ];
});

function textOf(title: string, sub: string, settings: readonly Setting[]): FigureText {
  return { title, sub, settings, caption: captionOf(title, settings) };
}

export const mapsText = computed(() => textOf(t().figure.titles.maps, "", facts.value));

export const rowText = computed(() => {
  const words = t().figure.titles;
  return textOf(words.row(itemName(focusRow.value ?? 0)), words.rowScores, facts.value);
});

export async function mapsSource(): Promise<DrawFigure> {
  const { mapsFigure } = await import("../../viz/mapsFigure");
  const [model, focus, words] = [mapsModel.peek(), focusCell.peek(), t().figure];
  if (!model) throw new Error("there are no maps to draw");
  const looks = focus ? words.said.looks(itemName(focus.row), itemName(focus.column)) : "";
  const numbers = { name: words.facts.focus, value: looks, said: words.said.focus(looks) };
  const settings = [...facts.peek(), ...(focus ? [numbers] : [])];
  const text = textOf(words.titles.maps, focus ? `${numbers.name}: ${looks}` : "", settings);
  const table = mapsNumbers("all");
  return (size, theme) => mapsFigure({ ...text, model, focus, table: () => table }, size, theme);
}

function rowModel(row: number): RowModel {
  const now = shown.peek();
  const maps = mapsModel.peek();
  const words = t().why;
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
  const [model, text, table] = [rowModel(row), rowText.peek(), mapsNumbers(row)];
  return (size, theme) => rowFigure({ ...text, model, table: () => table }, size, theme);
}
