import { t } from "../../content";
import type { SideInformation } from "../../engine.ts";

/** Where side information enters a model: "in the attention and in the loss", "not used". */
export function entersInWords(enters: readonly SideInformation[]): string {
  const words = t().shell.model.enters;
  const places = enters.filter((place) => place !== "never").map((place) => words[place]);
  return places.length === 0 ? words.never : words.list(places);
}
