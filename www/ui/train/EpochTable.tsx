// The metric curves as a table: the same numbers, epoch by epoch.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { current } from "../../state/current";
import { measured } from "../../state/runs";
import { run } from "../../state/training";
import { DataTable } from "../common/DataTable";
import { count, decimal, fraction } from "../common/format";
import { noEvaluation } from "./Results";

export function EpochTable() {
  const words = t().train;
  const now = run.value;
  const evaluations = now?.evaluations ?? [];
  const cutOffs = evaluations[0]?.metrics[current.history.value].k ?? [];
  const columns = [
    { label: withoutMarks(words.epoch), numeric: true },
    ...cutOffs.map((k) => ({ label: `NDCG@${k}`, numeric: true })),
    ...cutOffs.map((k) => ({ label: `Recall@${k}`, numeric: true })),
    { label: "MRR", numeric: true },
    { label: words.lossTotal, numeric: true },
  ];
  const rows = evaluations.map((one) => {
    const metrics = one.metrics[current.history.value];
    const write = (name: "ndcg" | "recall", k: number) => {
      const value = measured(metrics, name, k);
      return value ? `${fraction(value.value)} ${words.error(fraction(value.error))}` : "–";
    };
    const at = now?.loss.rowOf(one.step) ?? -1;
    return [
      count(one.epoch),
      ...cutOffs.map((k) => write("ndcg", k)),
      ...cutOffs.map((k) => write("recall", k)),
      fraction(metrics.mrr),
      decimal(now?.loss.total[at] ?? Number.NaN),
    ];
  });
  if (rows.length === 0) return <p class="note">{noEvaluation(now)}</p>;
  return (
    <DataTable
      caption={words.tableCaption(words.historyOptions[current.history.value])}
      columns={columns}
      rows={rows}
    />
  );
}
