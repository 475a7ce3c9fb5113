import type { Catalogue, CatalogueItem } from "../../engine.ts";
import { MASK } from "../../state/slots";

/** What a [MASK] slot is called, in every language: the token's own name. */
const MASK_ITEM: CatalogueItem = { name: "[MASK]", pictogram: "", values: [], count: 0 };

/** What a slot of a model holds. */
export function slotItem(data: Catalogue, id: number): CatalogueItem | undefined {
  return id === MASK ? MASK_ITEM : data.items[id];
}
