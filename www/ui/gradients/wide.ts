// The model that answers once more, with attributes as wide as its items: only vectors of one width have an angle to each other.
import { computed } from "@preact/signals";
import { answeringChoice } from "../../state/answeringChoice";
import { current } from "../../state/current";
import { shop } from "../../state/opened";
import { readyIndexOf, readyModel } from "../../state/ready";
import { type Choice, readyKey } from "../../state/shelf";
import { slotFor } from "./besides";

/** Null where the page does not bring one: of other shops, of other systems, and of models that were trained here. */
export const wideChoice = computed<Choice | null>(() => {
  const [open, now] = [shop.value, answeringChoice.value];
  if (!open || !now || now.key !== readyKey(now.system)) return null;
  const found = readyIndexOf(open).value?.wide?.systems.find(({ id }) => id === now.system);
  if (!found) return null;
  const weights = () => readyModel(`wide/${found.id}`, open);
  return { key: readyKey(`${found.id}-wide`), version: open, system: found.id, name: found.name, label: "", weights };
});

/** The visitor wants it, and there is one. */
const wanted = computed(() => (current.wide.value ? wideChoice.value : null));

export const isWide = computed(() => wanted.value !== null);
export const wide = slotFor("gradients-wide", wanted);
