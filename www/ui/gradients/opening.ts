// Which system stands beside the one that answers before the visitor has chosen: one that adds at the input, where the statement is exact.
import type { Choice } from "../../state/shelf";

const OPPONENTS = ["sasrecf-add", "dif_sr", "sasrecf"];

/** What was chosen, unless that is the one that answers. Null while there is no other. */
export function besideOf(choices: readonly Choice[], answering: Choice | null, named?: Choice): Choice | null {
  if (named && named.key !== answering?.key) return named;
  const others = choices.filter(({ key }) => key !== answering?.key);
  const known = OPPONENTS.flatMap(
    (id) => others.find(({ system, label }) => system === id && label === "" && system !== answering?.system) ?? [],
  );
  return known[0] ?? others[0] ?? null;
}
