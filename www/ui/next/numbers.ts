// The list and the predicted attributes as tables of numbers.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import type { Catalogue, Prediction } from "../../engine.ts";
import { baseline } from "../../state/answers";
import { current } from "../../state/current";
import { type FigureTable, SHARE } from "../../viz/figure";
import { count, decimal, percent } from "../common/format";
import { itemName, valueName } from "../common/itemWords";
import { sourceName } from "../common/sourceName";
import { attributeSources } from "../common/sources";

/** The rows on screen, with more digits. */
export function nextNumbers(data: Catalogue, prediction: Prediction): FigureTable {
  const words = t().nextMore.columns;
  const ranks = baseline.value?.ranks ?? null;
  const top = prediction.top.slice(0, current.k.value);
  const knowsTruth = top.some((row) => row.true_probability !== null);
  const probability = { unit: SHARE, write: (value: number) => percent(value, 2) };
  return {
    columns: [
      { label: words.rank, write: count },
      { label: words.item },
      { label: words.probability, ...probability },
      ...(knowsTruth ? [{ label: words.truth, ...probability }] : []),
      { label: words.score, write: (value) => decimal(value, 3) },
      ...(ranks ? [{ label: words.before, write: count }] : []),
    ],
    rows: top.map((row, index) => [
      index + 1,
      itemName(data, row.item),
      row.probability,
      ...(knowsTruth ? [row.true_probability] : []),
      row.score,
      // 0: it was no candidate.
      ...(ranks ? [ranks[row.item] || null] : []),
    ]),
  };
}

/** Without the marks of terms, which only the page can show. */
export function plainHeads({ columns, rows }: FigureTable): FigureTable {
  return { columns: columns.map((column) => ({ ...column, label: withoutMarks(column.label) })), rows };
}

export function attributeNumbers(data: Catalogue, { attributes }: Prediction): FigureTable {
  const words = t().nextMore.columns;
  const sources = attributeSources(data.attributes);
  return {
    columns: [
      { label: words.attribute },
      { label: words.value },
      { label: words.probability, unit: SHARE, write: (value) => percent(value, 2) },
    ],
    rows: attributes.flatMap(({ attribute, values }) => {
      const [info, source] = [data.attributes[attribute], sources[attribute]];
      if (!info || !source) return [];
      return values.map(({ value, probability }) => [sourceName(source), valueName(info, value), probability]);
    }),
  };
}
