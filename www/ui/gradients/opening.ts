// Which system stands beside the one that answers before the visitor has chosen: one that adds at the input, where the statement is exact.
import type { Choice } from "../../state/shelf";

const OPPONENTS = ["sasrecf-add", "dif_sr", "sasrecf"];

/** Null while there is none but the one that answers. */
export function besideOf(choices: readonly Choice[], answering: Choice | null): Choice | null {
  const others = choices.filter(({ key }) => key !== answering?.key);
  const known = OPPONENTS.flatMap(
    (id) => others.find(({ system, label }) => system === id && label === "" && system !== answering?.system) ?? [],
  );
  return known[0] ?? others[0] ?? null;
}
