// Which systems fuse where: the page's three ways, from the input to the output.
import type { Way } from "./fields";

/** In the order of a choice; the first is drawn where nothing else was asked for. Models without attention have no map to draw. */
export const SYSTEMS: Readonly<Record<Way, readonly string[]>> = {
  early: ["sasrecf-add", "sasrecf", "nova", "nova-concat", "nova-gate", "icai"],
  decoupled: ["dif_sr", "dif_sr-concat", "dif_sr-gate", "dif_bert"],
  late: ["fdsa", "s3rec"],
};

/** From the input to the output. */
export const WAYS: readonly Way[] = ["early", "decoupled", "late"];

export function wayOf(system: string): Way | null {
  return WAYS.find((way) => SYSTEMS[way].includes(system)) ?? null;
}
