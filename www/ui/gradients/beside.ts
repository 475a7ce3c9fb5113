// The system that stands beside the one that answers: which one is in the state.
import { computed } from "@preact/signals";
import { answeringChoice } from "../../state/answeringChoice";
import { choices } from "../../state/choices";
import { current } from "../../state/current";
import { FALLBACKS } from "../../state/fields";
import { type Choice, findChoice } from "../../state/shelf";
import { slotFor } from "./besides";
import { besideOf } from "./opening";

export const besideChoice = computed<Choice | null>(() => {
  const wanted = current.beside.value;
  const named = wanted === FALLBACKS.beside ? undefined : findChoice(wanted, choices.value);
  return besideOf(choices.value, answeringChoice.value, named);
});

export const beside = slotFor("gradients", besideChoice);
