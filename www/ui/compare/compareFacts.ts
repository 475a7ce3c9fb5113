// What the figures of the comparison were made from.
import { t } from "../../content";
import { budget } from "../../state/compareChoice";
import { current } from "../../state/current";
import type { Fact } from "../../viz/figure";
import { dataFact, fact, measuredFact, modelsFact, seedFacts, trainedFact } from "../common/figureFacts";
import { isoDate } from "../common/formatMore";
import { rows } from "../common/runs/compareRows";

/** Every system has the settings that are its own for this data; what all of them share is said. */
export function compareFacts(): Fact[] {
  const chosen = budget.value;
  const seeds = Array.from({ length: chosen?.seeds ?? 0 }, (_, index) => (chosen?.firstSeed ?? 0) + index);
  const days = new Set(rows.value.flatMap(({ records }) => records.map(({ ended }) => isoDate(ended))));
  return [
    ...modelsFact(rows.value.map(({ system }) => system.name)),
    dataFact(),
    ...seedFacts(seeds),
    ...(chosen ? [trainedFact(chosen.epochs)] : []),
    fact("candidates", t().figure.said.candidates[current.history.value]),
    ...(days.size > 0 ? [measuredFact([...days].sort().join(", "))] : []),
  ];
}
