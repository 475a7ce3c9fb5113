// What the columns draw, worked out once from what the models answered.
import { computed, signal } from "@preact/signals";
import { current } from "../../state/current";
import { niceBound } from "../../viz/scales";
import { difference, sharedGrid, weightMap } from "./attention";
import { placeAgainst } from "./lists";
import { partner, sides } from "./sides";

/** The item under the pointer, in whichever list. */
export const hoveredItem = signal<number | null>(null);

/** Each side's map with what it was cut from; null without attention or without an answer. */
export const sideMaps = computed(() => {
  const [layer, head] = [current.sideLayer.value, current.sideHead.value];
  return sides.value.map(({ answer }) => {
    const map = answer && weightMap(answer.maps, answer.session.length, layer, head);
    return map ? { map, maps: answer.maps } : null;
  });
});

/** The side each list is measured against: A, and for A the side it is compared with. */
export function opponentOf(index: number): number {
  return index === 0 ? partner.value : 0;
}

/** Every list's first rows against its opponent's list; null until both have answered the same session. */
export const placed = computed(() =>
  sides.value.map(({ answer }, index) => {
    const other = sides.value[opponentOf(index)]?.answer;
    if (!answer || !other || answer.session !== other.session) return null;
    return placeAgainst(answer.list, other.list, current.k.value);
  }),
);

/** A minus the side it is compared with; null where one has no attention or has not answered the same session. */
export const contrast = computed(() => {
  const [a, b] = [sideMaps.value[0], sideMaps.value[partner.value]];
  const [left, right] = [sides.value[0]?.answer, sides.value[partner.value]?.answer];
  if (!a || !b || !left || left.session !== right?.session) return null;
  const grid = sharedGrid(a.map.slots, b.map.slots);
  const cells = difference(a.map, b.map, grid);
  const most = Math.max(0, ...cells.map((cell) => Math.abs(cell ?? 0)));
  return { grid, cells, bound: niceBound(most), left: a.map, right: b.map };
});
