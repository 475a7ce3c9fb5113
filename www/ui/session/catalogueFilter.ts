// What the visitor searches for, and what the catalogue shows because of it. Gone with a reload on purpose: it is not part of
// the state a link carries.
import { computed, signal } from "@preact/signals";
import { catalogue, openData } from "../../state/opened";
import { type FacetChoice, searchCatalogue } from "./searchCatalogue";

export const query = signal("");
/** All tiles rather than the first row. */
export const expanded = signal(false);
/** Values chosen per attribute. */
export const choice = signal<FacetChoice>([]);

/** One set per attribute of the data that is open now. */
export const facets = computed<FacetChoice>(() => {
  const attributes = catalogue.value?.attributes ?? [];
  return attributes.map((_, index) => choice.value[index] ?? new Set());
});

/** Found by the names on screen, then by the engine's own. */
export const hits = computed<readonly number[]>(() => {
  const named = new Set([catalogue.value, openData.value?.catalogue]);
  const found = [...named].flatMap((data) => (data ? searchCatalogue(data, query.value, facets.value) : []));
  return [...new Set(found)];
});

export const filtered = computed(() => query.value.trim() !== "" || facets.value.some((chosen) => chosen.size > 0));

export function clearFilters(): void {
  query.value = "";
  choice.value = [];
}
