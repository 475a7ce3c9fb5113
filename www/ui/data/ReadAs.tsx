// How the visitor's files were read: the order that counts, the columns that are not used, the items without a description.
import { t } from "../../content";
import type { DatasetSummary } from "../../engine.ts";
import { source } from "../../state/opened";
import { count } from "../common/format";

export function ReadAs({ of: { reading, items } }: { of: DatasetSummary }) {
  const words = t().data.reading;
  const open = source.value;
  if (!reading || open?.kind !== "files") return null;
  const { order, left_out: columns, undescribed } = reading;
  const values = (n: number) => (n > 0 ? words.values(n, count(n)) : null);
  return (
    <>
      <p class="left-out">{words.order[order]}</p>
      {columns.length > 0 && (
        <>
          <p class="left-out">{words.leftOut}</p>
          <ul class="left-out">
            {columns.map(({ column, reason, values: n }) => (
              <li key={`${reason} ${column}`}>{words.column(column, values(n), words.reasons[reason])}</li>
            ))}
          </ul>
        </>
      )}
      {undescribed.items > 0 && (
        <p class="left-out">
          {words.undescribed(
            open.itemName ?? open.name,
            t().data.units.items(undescribed.items, count(undescribed.items)),
            count(items),
            t().data.units.interactions(undescribed.interactions, count(undescribed.interactions)),
          )}
        </p>
      )}
    </>
  );
}
