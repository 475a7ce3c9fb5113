// What narrow heads cost: the list's own test results, side by side.
import { t } from "../../content";
import { ERRORS_EITHER_WAY } from "../../state/compareStats";
import type { Measured } from "../../state/measured";
import { shop } from "../../state/opened";
import { readyIndexOf } from "../../state/ready";
import { DataTable } from "../common/DataTable";
import { count } from "../common/format";
import { fraction } from "../common/formatMore";
import { costInWords, costsOf } from "./costs";
import { narrowShown } from "./pair";

/** While a model with narrow heads is on screen. */
export function NarrowCost() {
  const words = t().rank.cost;
  const index = shop.value && readyIndexOf(shop.value).value;
  const [one] = index?.narrow?.systems ?? [];
  if (!index?.narrow || !one || narrowShown.value === 0) return null;
  const costs = costsOf(index);
  if (costs.length === 0) return null;
  const written = ({ value, error }: Measured) => words.error(fraction(value), fraction(error));
  const { epochs } = index.narrow;
  return (
    <section class="rank-cost">
      <h3>{words.title}</h3>
      <DataTable
        caption={words.caption}
        columns={[
          { label: words.system },
          { label: words.usual, numeric: true },
          { label: words.narrow(count(one.heads), count(one.head_width)), numeric: true },
          { label: words.verdict },
        ]}
        rows={costs.map(({ name, usual, narrow, standing }) => [
          name,
          written(usual),
          written(narrow),
          words.standing[standing],
        ])}
      />
      <p class="rank-text">{costInWords(costs)}</p>
      <p class="note">{words.note(count(one.test.sessions), count(epochs), count(ERRORS_EITHER_WAY))}</p>
    </section>
  );
}
