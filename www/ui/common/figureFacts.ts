// What a figure was made from, for its caption and for the head of its numbers.
import { type Dictionary, t } from "../../content";
import { current, session } from "../../state/current";
import type { HeadChoice } from "../../state/fields";
import { catalogue, type LoadedModel, loaded, source, summary } from "../../state/opened";
import { READY_SEED } from "../../state/readySeed";
import type { Fact } from "../../viz/figure";
import { dataName } from "./dataName";
import { count, decimal } from "./format";
import { itemName } from "./itemWords";
import { modelName } from "./modelName";
import { sourceName } from "./sourceName";
import { sourcesEdited } from "./sourcesOff";

type FactId = keyof Dictionary["figure"]["facts"];

/** `said`: as a caption says it. */
export function fact(id: FactId, value: string, said: string = value): Fact {
  return { id, name: t().figure.facts[id], value, said };
}

/** A caption names the seed of a shop where it is another one than that of the shops that come with the page. */
export function dataFact(): Fact {
  const { said } = t().figure;
  const [name, open, facts] = [dataName(), source.value, summary.value];
  if (!facts) return fact("data", name);
  const sessions = count(facts.users);
  if (facts.origin !== "synthetic") return fact("data", said.own(name, sessions, count(facts.items)), name);
  const seed = open?.kind === "files" ? facts.seed : (open?.config?.seed ?? facts.seed);
  if (seed === null) return fact("data", name);
  const spoken = seed === READY_SEED ? name : said.drawn(name, String(seed));
  return fact("data", said.shop(name, String(seed), sessions), spoken);
}

export function seedFact(seed: number): Fact {
  return fact("seed", String(seed), t().figure.said.seed(String(seed)));
}

/** Of the session on screen, or of the one that a figure was made from. */
export function sessionFact(items: readonly number[] = session.value): Fact {
  const names = items.map((id) => itemName(catalogue.value, id));
  return fact("session", names.join(", "), t().figure.said.session(items.length));
}

/** The model that answers, or the one that a figure is of: its name with the run it comes from, its seed, how far it was trained. */
export function modelFacts(now: LoadedModel | null = loaded.value): Fact[] {
  if (!now) return [];
  const { seed, trained } = now.summary;
  const name = [modelName(now.summary), now.label].filter((part) => part !== "").join(", ");
  return [
    fact("model", name),
    ...(seed === null ? [] : [seedFact(seed)]),
    // The name of a model that was trained here says it.
    ...(trained && now.label === "" ? [trainedFact(trained.epochs)] : []),
  ];
}

export function trainedFact(epochs: number): Fact {
  return fact("trained", t().figure.said.trained(epochs, count(epochs)));
}

/** Several models, or runs, that share a figure. */
export function modelsFact(names: readonly string[]): Fact[] {
  return names.length === 0 ? [] : [fact(names.length === 1 ? "model" : "models", names.join(", "))];
}

/** Seeds in a row, "212–214"; one stands alone. */
export function seedFacts(seeds: readonly number[]): Fact[] {
  const all = [...new Set(seeds)].sort((a, b) => a - b);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (all.length === 1) return [seedFact(first)];
  const list = last - first === all.length - 1 ? `${first}–${last}` : all.join(", ");
  return [fact("seeds", list, t().figure.said.seeds(list))];
}

export function layerFact(layer: string): Fact {
  return fact("layer", layer, t().figure.said.layer(layer));
}

export function headFact(head: HeadChoice): Fact {
  const { said } = t().figure;
  return head === "mean" ? fact("head", said.meanHead) : fact("head", String(head + 1), said.head(String(head + 1)));
}

/** Which cell the numbers of a figure are of; none where it points at nothing. */
export function focusFacts(looks: string): Fact[] {
  return looks === "" ? [] : [fact("focus", looks, t().figure.said.focus(looks))];
}

/** Sources that do not count as the model was trained. */
export function editFacts(): Fact[] {
  const edits = sourcesEdited().map(
    ({ source: of, factors }) => `${sourceName(of)} × ${[...new Set(factors)].map((one) => decimal(one)).join(", ")}`,
  );
  const all = edits.join("; ");
  return edits.length === 0 ? [] : [fact("edited", all, t().figure.said.edited(all))];
}

/** Lists that leave out what was already clicked say so. */
export function candidateFacts(): Fact[] {
  return current.excludeSeen.value ? [fact("candidates", t().figure.said.candidates.masked)] : [];
}

/** When something was measured, as it was written down. */
export function measuredFact(when: string): Fact {
  return fact("measured", when, t().figure.said.measured(when));
}
