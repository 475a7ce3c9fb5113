// The ceiling of a table as a formula, and every bound beside what was counted.
import { t } from "../../content";
import { DataTable } from "../common/DataTable";
import { count, decimal } from "../common/format";
import type { Side } from "./shown";
import { partName } from "./words";

/** min(24, 4 + 4 + 2 + 2 + 2) = 14, each term in its source's colour. */
export function Bound({ side }: { side: Side }) {
  const words = t().rank.adds;
  const { head, sources, report } = side;
  const bias = report.fusion === "concat" ? 1 : 0;
  return (
    <p class="rank-bound">
      {words.bound}{" "}
      <span class="rank-formula">
        min({count(head.n)},{" "}
        {head.parts.map((part, index) => (
          <span key={part.source}>
            {index > 0 && " + "}
            <span class="rank-term" style={{ borderColor: sources[part.source]?.colour ?? "" }}>
              {count(part.bound)}
            </span>
          </span>
        ))}
        {bias > 0 && " + 1"}) = <b>{count(head.fused.bound)}</b>
      </span>
      . {words.exact(count(head.generic))}
    </p>
  );
}

/** Source by source, the sum, and the model beside it. */
export function Bounds({ sides }: { sides: readonly Side[] }) {
  const words = t().rank.adds;
  const names = words.columns;
  const [first] = sides;
  if (!first) return null;
  const parts = first.head.parts.length > 1 ? first.head.parts : [];
  const rows = [
    ...parts.map((part) => [
      partName(first, part),
      count(part.width),
      count(part.different),
      count(part.bound),
      "–",
      count(part.rank),
      decimal(part.effective, 1),
    ]),
    ...sides.map(({ name, head, report }) => [
      name,
      head.parts.length > 1 ? "–" : count(head.fused.width ?? report.head_width),
      head.fused.different === null ? "–" : count(head.fused.different),
      count(head.fused.bound),
      count(head.generic),
      count(head.rank),
      decimal(head.effective, 1),
    ]),
  ];
  return (
    <details class="rank-details">
      <summary>{words.numbers}</summary>
      <DataTable
        caption={sides.map(({ name }) => name).join(", ")}
        columns={[
          { label: names.table },
          ...[names.width, names.different, names.bound, names.generic, names.rank, names.effective].map((label) => ({
            label,
            numeric: true,
          })),
        ]}
        rows={rows}
      />
      <p class="note">{words.numbersNote}</p>
    </details>
  );
}
