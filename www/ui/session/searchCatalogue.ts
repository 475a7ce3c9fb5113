// Which items the catalogue shows, and in what order. Pure: the catalogue and the filters in, item ids out.
import type { Catalogue } from "../../engine.ts";

/** Chosen value ids per attribute; an empty set lets everything pass. */
export type FacetChoice = readonly ReadonlySet<number>[];

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export function passes(values: readonly (readonly number[])[], choice: FacetChoice, except: number): boolean {
  return choice.every(
    (chosen, attribute) =>
      attribute === except || chosen.size === 0 || (values[attribute] ?? []).some((id) => chosen.has(id)),
  );
}

/**
 * How well a folded name answers the words: 0 starts with them, 1 a word of it does, 2 contains them, null does not. Korean is written
 * with its spaces or without.
 */
function nameFit(name: string, words: readonly string[]): number | null {
  if (!words.every((word) => (name + name.replace(/ /g, "")).includes(word))) return null;
  if (name.startsWith(words[0] ?? "")) return 0;
  return words.every((word) => name.split(/[\s-]+/).some((part) => part.startsWith(word))) ? 1 : 2;
}

/** Items by fit to the query, then by how often they are clicked, then by id. Words may also name attribute values. */
export function searchCatalogue(catalogue: Catalogue, query: string, choice: FacetChoice): number[] {
  const words = fold(query).match(/\S+/g) ?? [];
  const hits: { id: number; fit: number; count: number }[] = [];
  catalogue.items.forEach((item, id) => {
    if (id === 0 || !passes(item.values, choice, -1)) return;
    const name = fold(item.name);
    let fit = nameFit(name, words);
    if (fit === null) {
      const values = catalogue.attributes.flatMap((attribute, index) =>
        (item.values[index] ?? []).map((value) => fold(attribute.values[value] ?? "")),
      );
      if (words.every((word) => name.includes(word) || values.some((value) => value.startsWith(word)))) fit = 3;
    }
    if (fit !== null) hits.push({ id, fit, count: item.count });
  });
  return hits.sort((a, b) => a.fit - b.fit || b.count - a.count || a.id - b.id).map(({ id }) => id);
}
