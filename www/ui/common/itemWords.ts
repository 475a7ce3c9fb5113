// How items and attribute values are called on the page.

import { t } from "../../content";
import type { AttributeInfo, Catalogue, CatalogueItem } from "../../engine.ts";
import { attributeName } from "./sourceName";

export function itemName(catalogue: Catalogue | null, id: number): string {
  return catalogue?.items[id]?.name ?? `#${id}`;
}

/** A value by its id, as it stands alone. Price bands are bare numbers in the data; they gain their scale here. */
export function valueName(attribute: AttributeInfo, id: number): string {
  const value = attribute.values[id] ?? "";
  return attribute.name === "price band" ? t().common.priceBand(value, attribute.values.length - 1) : value;
}

/** A value where room is short and the attribute's mark stands beside it. */
export function shortValueName(attribute: AttributeInfo, id: number): string {
  return attribute.values[id] ?? "";
}

/** "Category: Camping, Tent; Brand: Norvelo; Price: 1 of 4", for titles and readers. */
export function valuesInWords(catalogue: Catalogue, item: CatalogueItem): string {
  return catalogue.attributes
    .flatMap((attribute, index) => {
      const ids = item.values[index] ?? [];
      if (ids.length === 0) return [];
      return [`${attributeName(attribute.name)}: ${ids.map((id) => valueName(attribute, id)).join(", ")}`];
    })
    .join("; ");
}
