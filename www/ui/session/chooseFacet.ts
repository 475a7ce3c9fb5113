// Choosing values to filter by.
import { choice, facets } from "./catalogueFilter";

export function toggleFacet(attribute: number, value: number): void {
  choice.value = facets.value.map((chosen, index) => {
    if (index !== attribute) return chosen;
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    return next;
  });
}

export function clearFacet(attribute: number): void {
  choice.value = facets.value.map((chosen, index) => (index === attribute ? new Set() : chosen));
}
