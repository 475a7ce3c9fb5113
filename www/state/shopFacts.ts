// What is known of a shop before the engine has made it: sessions to start from, and floors that need not be measured again.
import type { BakedExample, Preset } from "../engine.ts";
import { fetchReadyIndex, readyIndexOf } from "./ready";

type Facts = Pick<BakedExample, "examples"> & Partial<Pick<BakedExample, "floors">>;

const known = new Map<Preset, Facts>();

export function rememberShop(shop: Preset, { examples, floors }: Facts): void {
  known.set(shop, { examples, ...(floors ? { floors } : {}) });
}

/** Without its list a shop opens all the same. */
export async function shopFacts(shop: Preset): Promise<Facts> {
  const facts = known.get(shop);
  if (facts) return facts;
  await fetchReadyIndex(shop);
  return { examples: readyIndexOf(shop).peek()?.examples ?? [] };
}
