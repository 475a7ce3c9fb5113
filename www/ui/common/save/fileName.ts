// What a saved figure is called: panel, figure, data, model, so that a folder of them can be read a year later.

import { type OpenData, openData } from "../../../state/opened";
import { READY_SEED } from "../../../state/readySeed";
import type { Fact } from "../../../viz/figure";

const MOST_OF_MODELS = 60;

/** Letters and digits of any language, everything else a hyphen: "DIF-SR (concat)" is "dif-sr-concat". */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** A shop by its recipe; own data by its name. */
export function dataSlug(open: OpenData | null): string {
  if (!open) return "";
  if (open.key.kind !== "shop") return slug(open.summary.name);
  const { preset, seed, weights } = open.key.config;
  return [slug(preset), seed === READY_SEED ? "" : `seed-${seed}`, weights ? "own-mix" : ""].filter(Boolean).join("-");
}

/** The models that the figure names; of one with a run or a layer behind a comma the name alone. */
function modelSlug(facts: readonly Fact[]): string {
  const names = facts.flatMap(({ id, value }) => {
    if (id === "model") return value.replace(/,.*/, "");
    return id === "models" ? value : [];
  });
  return slug(names.join(" ")).slice(0, MOST_OF_MODELS).replace(/-$/, "");
}

export function fileName(panel: string, figure: string, facts: readonly Fact[], ending: string): string {
  const parts = ["dif-sr-lab", panel, figure === panel ? "" : figure, dataSlug(openData.peek()), modelSlug(facts)];
  return `${parts.filter(Boolean).join("_")}.${ending}`;
}
