import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import { baseline } from "../../state/answers";
import { current } from "../../state/current";
import { DataTable } from "../common/DataTable";
import { decimal, percent } from "../common/format";
import { itemName } from "../common/itemWords";
import "../../styles/next-table.css";

/** The same list as numbers, with more digits. */
export function PredictionTable({ data, prediction }: { data: Catalogue; prediction: Prediction }) {
  const ranks = baseline.value?.ranks ?? null;
  const top = prediction.top.slice(0, current.k.value);
  const words = t().nextMore.columns;
  const knowsTruth = top.some((row) => row.true_probability !== null);
  const columns = [
    { label: words.rank, numeric: true },
    { label: words.item },
    { label: words.probability, numeric: true },
    ...(knowsTruth ? [{ label: words.truth, numeric: true }] : []),
    { label: words.score, numeric: true },
    ...(ranks ? [{ label: words.before, numeric: true }] : []),
  ];
  const rows = top.map((row, index) => [
    index + 1,
    itemName(data, row.item),
    percent(row.probability, 2),
    ...(knowsTruth ? [row.true_probability === null ? "–" : percent(row.true_probability, 2)] : []),
    decimal(row.score, 3),
    ...(ranks ? [ranks[row.item] || "–"] : []),
  ]);
  return <DataTable caption={t().next.list} columns={columns} rows={rows} />;
}
