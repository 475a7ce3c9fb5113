// Whether a model belongs to the data that is open, as far as its file says: it names its data, and no more of it than that.
import type { ModelSummary, Preset } from "../engine.ts";
import { PRESETS } from "./dataKey";
import { source, summary } from "./opened";

/** Names of the shops as the engine writes them into a file. */
export const SHOP_TITLES: Readonly<Record<Preset, string>> = {
  brand_loyal: "Shop: brand loyal",
  department_chains: "Shop: department chains",
  side_information_useless: "Shop: side information is useless",
};

/** The shop that a file names; null where it names something else. */
export function shopTitled(name: string): Preset | null {
  return PRESETS.find((preset) => SHOP_TITLES[preset] === name) ?? null;
}

/** "unknown": the file names no data, or other files, which may be the same ones under another name. */
export type Fit = "same" | "other" | "unknown";

export function fitOf({ trained }: ModelSummary): Fit {
  const open = summary.peek();
  if (!trained || !open) return "unknown";
  if (trained.data === open.name) return "same";
  return source.peek()?.kind === "files" && shopTitled(trained.data) === null ? "unknown" : "other";
}
