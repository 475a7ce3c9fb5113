// Which models stand side by side before the visitor has chosen, and which are one press away.
import { type Choice, findChoice } from "../../state/shelf";

/** Opponents of the model that answers, in the order in which they say most about fusion: early first, then none at all. */
const OPPONENTS = ["sasrecf-add", "sasrecf", "sasrec", "dif_sr"];

/** The model that answers, and one that fuses differently. Empty while there are not two to choose from. */
export function openingPair(choices: readonly Choice[], answering: Choice | null): Choice[] {
  const a = answering ?? choices[0];
  if (!a) return [];
  const others = choices.filter(({ key }) => key !== a.key);
  const b = OPPONENTS.flatMap((id) => others.find(({ system }) => system === id && system !== a.system) ?? []).at(0);
  const second = b ?? others[0];
  return second ? [a, second] : [];
}

/** The models that the state names: ready systems by their id, models trained here by their key; null where one is not here. */
export function named(ids: readonly string[], choices: readonly Choice[]): Choice[] | null {
  const found = ids.flatMap((id) => findChoice(id, choices) ?? []);
  return ids.length > 0 && found.length === ids.length ? found : null;
}

export const PRESETS = {
  early: ["dif_sr", "sasrecf-add"],
  fusions: ["dif_sr", "dif_sr-concat", "dif_sr-gate"],
  places: ["dif_sr", "sasrecf", "nova", "fdsa"],
  without: ["dif_sr", "sasrec"],
} as const;

export type PresetName = keyof typeof PRESETS;

/** The models of a preset among the choices, the newest where there are several of a system; null where one is missing. */
export function presetChoices(name: PresetName, choices: readonly Choice[]): Choice[] | null {
  const found = PRESETS[name].flatMap((id) => choices.findLast(({ system }) => system === id) ?? []);
  return found.length === PRESETS[name].length ? found : null;
}
