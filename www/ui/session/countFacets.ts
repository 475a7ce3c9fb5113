// The values of one attribute, each with the items it would leave.
import type { Catalogue } from "../../engine.ts";
import { type FacetChoice, passes } from "./searchCatalogue";

export interface FacetValue {
  readonly id: number;
  readonly name: string;
  /** Items that would be left if this value were chosen too. */
  readonly count: number;
}

/** All values of one attribute with the number of items each would leave, given the choices in the other attributes. */
export function facetValues(catalogue: Catalogue, attribute: number, choice: FacetChoice): FacetValue[] {
  const names = catalogue.attributes[attribute]?.values ?? [];
  const counts = new Uint32Array(names.length);
  catalogue.items.forEach((item, id) => {
    if (id === 0 || !passes(item.values, choice, attribute)) return;
    for (const value of item.values[attribute] ?? []) counts[value] = (counts[value] ?? 0) + 1;
  });
  return names.map((name, id) => ({ id, name, count: counts[id] ?? 0 })).slice(1);
}
