// Which layer, head and cell the numbers of the diagrams are of.
import { t } from "../../content";
import { answered } from "../../state/answers";
import type { Place } from "../../state/cellPlaces";
import { current } from "../../state/current";
import { catalogue } from "../../state/opened";
import { MASK } from "../../state/slots";
import type { Fact } from "../../viz/figure";
import { focusFacts, headFact, layerFact } from "../common/figureFacts";
import { itemName } from "../common/itemWords";
import { chosen } from "./drawn";
import { place } from "./numbers";

/** Names of what the focus is on in the chosen diagram, whose model may read the next item from [MASK]; null without a focus. */
export function focusNames(): { readonly row: string; readonly column: string } | null {
  const at = place.value;
  if (!at) return null;
  const readOut = chosen.value?.maps?.items.at(-1) ?? answered.value.at(-1);
  const nameAt = (where: Place | "readout") => {
    const id = (where === "readout" ? readOut : where === "mask" ? MASK : answered.value[where]) ?? MASK;
    return id === MASK ? "[MASK]" : itemName(catalogue.value, id);
  };
  return { row: nameAt(at.row), column: nameAt(at.column) };
}

export function layerName(): string {
  return String(current.layer.value + 1);
}

export function headName(): string {
  const head = current.head.value;
  return head === "mean" ? t().fused.meanHead : t().fused.head(String(head + 1));
}

export function settingFacts(): Fact[] {
  return [layerFact(layerName()), headFact(current.head.value)];
}

export function focusFact(): Fact[] {
  const names = focusNames();
  return names ? focusFacts(t().figure.said.looks(names.row, names.column)) : [];
}
