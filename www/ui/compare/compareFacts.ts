// What the figures of the comparison were made from.
import { t } from "../../content";
import { budget } from "../../state/compareChoice";
import type { Fact } from "../../viz/figure";
import { dataFact, seedFact } from "../common/figureFacts";
import { rows } from "../common/runs/compareRows";

export function compareFacts(): Fact[] {
  const { facts, said } = t().figure;
  const models = rows.value.map(({ system }) => system.name).join(", ");
  const chosen = budget.value;
  const first = chosen?.firstSeed ?? 0;
  const last = first + (chosen?.seeds ?? 1) - 1;
  const seeds = last > first ? `${first}–${last}` : "";
  return [
    ...(models === "" ? [] : [{ name: facts.models, value: models, said: models }]),
    dataFact(),
    ...(chosen ? [seeds === "" ? seedFact(first) : { name: facts.seeds, value: seeds, said: said.seeds(seeds) }] : []),
  ];
}
