import { t } from "../../content";
import type { SideInformation } from "../../engine.ts";
import { inOneList } from "./inOneList";

/** Where side information enters a model: "in the attention and in the loss", "not used". */
export function entersInWords(enters: readonly SideInformation[]): string {
  const words = t().models.enters;
  return enters.length === 0 ? words.never : inOneList(enters.map((place) => words[place]));
}
