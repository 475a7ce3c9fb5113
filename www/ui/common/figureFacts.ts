// What a figure was made from, for its caption and for the head of its numbers.
import { t } from "../../content";
import { session } from "../../state/current";
import { catalogue, type LoadedModel, loaded } from "../../state/opened";
import type { Fact } from "../../viz/figure";
import { dataName } from "./dataName";
import { itemName } from "./itemWords";
import { modelName } from "./modelName";

export function dataFact(): Fact {
  const name = dataName();
  return { name: t().figure.facts.data, value: name, said: name };
}

export function seedFact(seed: number): Fact {
  const words = t().figure;
  return { name: words.facts.seed, value: String(seed), said: words.said.seed(String(seed)) };
}

/** Of the session on screen, or of the one that a figure was made from. */
export function sessionFact(items: readonly number[] = session.value): Fact {
  const words = t().figure;
  const names = items.map((id) => itemName(catalogue.value, id));
  return { name: words.facts.session, value: names.join(", "), said: words.said.session(items.length) };
}

/** The model that answers, or the one that a figure is of, with the run it comes from and its seed. */
export function modelFacts(now: LoadedModel | null = loaded.value): Fact[] {
  if (!now) return [];
  const name = [modelName(now.summary), now.label].filter((part) => part !== "").join(", ");
  const { seed } = now.summary;
  return [{ name: t().figure.facts.model, value: name, said: name }, ...(seed === null ? [] : [seedFact(seed)])];
}
