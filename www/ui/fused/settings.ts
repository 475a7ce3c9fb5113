// Which layer, head and cell the numbers of the diagrams are of.
import { t } from "../../content";
import { answered } from "../../state/answers";
import type { Place } from "../../state/cellPlaces";
import { current } from "../../state/current";
import { catalogue } from "../../state/opened";
import { MASK } from "../../state/slots";
import type { Fact } from "../../viz/figure";
import { itemName } from "../common/itemWords";
import { place } from "./numbers";

/** Names of the two items that the focus is on; null without one. */
export function focusNames(): { readonly row: string; readonly column: string } | null {
  const at = place.value;
  if (!at) return null;
  const nameAt = (where: Place | "readout") => {
    if (where === "mask") return "[MASK]";
    const id = where === "readout" ? answered.value.at(-1) : answered.value[where];
    return itemName(catalogue.value, id ?? MASK);
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
  const { facts, said } = t().figure;
  const head = current.head.value;
  return [
    { name: facts.layer, value: layerName(), said: said.layer(layerName()) },
    { name: facts.head, value: headName(), said: head === "mean" ? said.meanHead : said.head(String(head + 1)) },
  ];
}

export function focusFact(): Fact[] {
  const names = focusNames();
  if (!names) return [];
  const { facts, said } = t().figure;
  const looks = said.looks(names.row, names.column);
  return [{ name: facts.focus, value: looks, said: said.focus(looks) }];
}
