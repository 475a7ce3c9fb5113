// Which shape an item wears: that of its value, and where it has several, of the most common of them.
import type { Catalogue } from "../../engine.ts";
import { GLYPHS, type Glyph } from "../../viz/itemGlyphs";

export interface ValueShapes {
  /** Values with a shape of their own, in the order of the data, with how many items hold them. */
  readonly values: readonly { readonly id: number; readonly glyph: Glyph; readonly items: number }[];
  /** By item id: the value it wears; null for one without a shape of its own. */
  readonly worn: readonly (number | null)[];
  /** Some items hold more than one. */
  readonly hasBags: boolean;
  /** Some items wear no value that has a shape. */
  readonly hasOthers: boolean;
}

/** `attribute`: its index; null for data without attributes. Item 0 is padding. */
export function valueShapes({ items }: Pick<Catalogue, "items">, attribute: number | null): ValueShapes {
  const held = (item: number) => (attribute === null ? [] : (items[item]?.values[attribute] ?? []));
  const ids = items.map((_, item) => item).slice(1);
  const tally = (lists: readonly (readonly number[])[]) => {
    const counts = new Map<number, number>();
    for (const list of lists) for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const counts = tally(ids.map(held));
  const commonest = (values: readonly number[]) =>
    values.reduce<number | null>(
      (best, value) => (best === null || (counts.get(value) ?? 0) > (counts.get(best) ?? 0) ? value : best),
      null,
    );
  const leading = items.map((_, item) => (item === 0 ? null : commonest(held(item))));
  const wearing = tally(leading.map((value) => (value === null ? [] : [value])));
  const shown = [...wearing]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, GLYPHS.length)
    .map(([value]) => value)
    .sort((a, b) => a - b);
  const values = shown.flatMap((id, index) => {
    const glyph = GLYPHS[index];
    return glyph ? [{ id, glyph, items: counts.get(id) ?? 0 }] : [];
  });
  const worn = leading.map((value) => (value !== null && shown.includes(value) ? value : null));
  return {
    values,
    worn,
    hasBags: ids.some((item) => held(item).length > 1),
    hasOthers: ids.some((item) => worn[item] === null),
  };
}

/** How many of an item's neighbours share a value with it. */
export function sharing(
  { items }: Pick<Catalogue, "items">,
  attribute: number,
  item: number,
  neighbours: readonly number[],
): number {
  const own = new Set(items[item]?.values[attribute] ?? []);
  return neighbours.filter((one) => (items[one]?.values[attribute] ?? []).some((value) => own.has(value))).length;
}
