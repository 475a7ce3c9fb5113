// The figure for files and its numbers as a table.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { catalogue } from "../../state/opened";
import { type DrawFigure, type FigureCell, type FigureTable, type FigureText, figureText } from "../../viz/figure";
import { dataFact, modelFacts, sessionFact } from "../common/figureFacts";
import { count } from "../common/format";
import { itemName, valueName } from "../common/itemWords";
import { sourceName } from "../common/sourceName";
import { by, keptItem } from "./choice";
import { byClicks } from "./drawn";
import { answeredMaps, itemMapModel, litMarks, mapTitle } from "./model";
import { sharing } from "./values";

/** Rows that a page can hold without a pause; a file has them all. */
const MOST_ROWS = 240;

export function mapText(): FigureText {
  const words = t().map;
  const source = by.value;
  const sub = source ? words.sub(sourceName(source).toLowerCase()) : words.subBare;
  const [model, ...seed] = modelFacts();
  return figureText(words.title, sub, [...(model ? [model] : []), dataFact(), ...seed, sessionFact()]);
}

/** The same for the page, and for a file with the places on the axes. */
export function mapTable(isWhole: boolean): FigureTable {
  const data = catalogue.value;
  const source = by.value;
  const attribute = source?.attribute ?? null;
  if (!data) return { columns: [], rows: [] };
  const words = t().map.columns;
  const maps = answeredMaps.value;
  const info = attribute === null ? null : data.attributes[attribute];
  const plain = { write: count };
  const columns = [
    { label: words.item },
    ...(isWhole ? [{ label: words.id, ...plain }] : []),
    ...(source ? [{ label: sourceName(source) }] : []),
    ...maps.flatMap((one) => [
      { label: one.isAfter ? words.neighboursAfter : words.neighboursBefore },
      ...(source ? [{ label: one.isAfter ? words.sharedAfter : words.sharedBefore, ...plain }] : []),
      ...(isWhole
        ? [words.x, words.y].map((name) => ({ label: name(mapTitle(one)), write: (value: number) => String(value) }))
        : []),
    ]),
  ];
  const rows = byClicks(data.items)
    .slice(0, isWhole ? undefined : MOST_ROWS)
    .map((item): FigureCell[] => [
      itemName(data, item),
      ...(isWhole ? [item] : []),
      ...(info && attribute !== null
        ? [(data.items[item]?.values[attribute] ?? []).map((value) => valueName(info, value))]
        : []),
      ...maps.flatMap(({ answer: { map } }) => {
        const near = map.neighbours[item - 1] ?? [];
        return [
          near.map((one) => itemName(data, one)),
          ...(attribute === null ? [] : [sharing(data, attribute, item, near)]),
          ...(isWhole ? [map.coordinates[item - 1]?.[0] ?? null, map.coordinates[item - 1]?.[1] ?? null] : []),
        ];
      }),
    ]);
  return { columns, rows };
}

export function tableCaption(): string {
  const all = (catalogue.value?.items.length ?? 1) - 1;
  return withoutMarks(t().map.table(count(Math.min(MOST_ROWS, all)), count(all)));
}

export async function mapSource(): Promise<DrawFigure> {
  const { itemMapFigure } = await import("../../viz/itemMapFigure");
  const [model, lit, text, table] = [itemMapModel.peek(), litMarks(keptItem.peek()), mapText(), mapTable(true)];
  if (!model) throw new Error("there is no map to draw");
  return (size, theme) => itemMapFigure({ ...text, model, lit, table: () => table }, size, theme);
}
