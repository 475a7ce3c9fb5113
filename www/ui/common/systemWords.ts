import { t } from "../../content";
import type { SideInformation } from "../../engine.ts";
import { wayOf } from "../../state/ways";
import { inOneList } from "./inOneList";

interface System {
  readonly id: string;
  readonly enters: readonly SideInformation[];
}

/**
 * Where side information enters a model: "in the attention and in the loss", "not used". What is one vector before queries and keys are
 * made is called early here, too, as it is where the ways of fusing stand beside each other.
 */
export function entersInWords({ id, enters }: System): string {
  const words = t().models.enters;
  return enters.length === 0
    ? words.never
    : inOneList(enters.map((place) => words[place === "attention" && wayOf(id) === "early" ? "early" : place]));
}
