// Values of one attribute that stand for wider and narrower things: departments and the kinds in them. Read off the data itself, for no
// file says so. Pure.
import type { Catalogue } from "../../engine.ts";

export interface ValueGroup {
  /** The wider value. */
  readonly id: number;
  /** The narrower ones, in the order of the data. */
  readonly within: readonly number[];
}

/** Items by value of one attribute; the first value is the one for nothing. */
function itemsByValue({ items, attributes }: Catalogue, attribute: number): ReadonlySet<number>[] {
  const found = Array.from({ length: attributes[attribute]?.values.length ?? 0 }, () => new Set<number>());
  items.forEach((item, id) => {
    if (id > 0) for (const value of item.values[attribute] ?? []) found[value]?.add(id);
  });
  return found;
}

/** More values than this are not compared with each other. */
const MOST = 300;

/** Null where the values are of one kind: each item must have exactly one wider value, and each wider value at least two narrower ones. */
export function valueGroups(catalogue: Catalogue, attribute: number): readonly ValueGroup[] | null {
  const info = catalogue.attributes[attribute];
  if (info?.kind !== "bag" || info.values.length > MOST) return null;
  const items = itemsByValue(catalogue, attribute);
  const used = items.map((_, id) => id).filter((id) => (items[id]?.size ?? 0) > 0);
  const isWithin = (id: number, other: number) => {
    const [small, large] = [items[id], items[other]];
    return (
      small !== undefined && large !== undefined && small.size < large.size && [...small].every((one) => large.has(one))
    );
  };
  const wider = used.filter((id) => !used.some((other) => isWithin(id, other)));
  const groups = wider.map((id) => ({ id, within: used.filter((other) => isWithin(other, id)) }));
  const isOneEach = catalogue.items.every(
    ({ values }, id) => id === 0 || values[attribute]?.filter((value) => wider.includes(value)).length === 1,
  );
  return groups.length > 1 && isOneEach && groups.every(({ within }) => within.length > 1) ? groups : null;
}
