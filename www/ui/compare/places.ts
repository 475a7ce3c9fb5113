import type { System } from "../../engine.ts";

/** Early to late, as a signal meets them. A system that has side information in two places stands at the first. */
export const PLACES = ["never", "input", "attention", "output", "loss"] as const;
export type Place = (typeof PLACES)[number];

/** Where a system gets its side information; nowhere is a place too. */
export function placesOf({ enters }: System): Place[] {
  const found = PLACES.filter((place) => place !== "never" && enters.includes(place));
  return found.length > 0 ? found : ["never"];
}
