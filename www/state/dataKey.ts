// Which data is meant: a shop by its recipe, which a link can hold, or files that only this visit knows.
import type { Preset, ProcessWeights, SyntheticConfig } from "../engine.ts";
import { canonicalJson } from "./canonical";
import { type Codec, integer, MOST_SEED, oneOf } from "./codecs";
import { type Field, partReader } from "./field";
import { READY_SEED } from "./readySeed";

export type DataKey =
  | { readonly kind: "shop"; readonly config: SyntheticConfig }
  /** The visitor's own files, by a number of this visit. */
  | { readonly kind: "own"; readonly id: number };

export const PRESETS = ["brand_loyal", "department_chains", "side_information_useless"] as const satisfies Preset[];
export const RULES = ["chain", "brand", "price", "transition", "noise"] as const satisfies (keyof ProcessWeights)[];
/** Seeds of shops: what the generator draws from, the dialog takes, and a link carries. */
export const SHOP_SEEDS = { least: 0, most: MOST_SEED } as const;
/** Numbers of sessions that the generator takes. */
export const SHOP_SESSIONS = { least: 50, most: 20_000 } as const;

export const FIRST_SHOP: DataKey = { kind: "shop", config: { preset: "brand_loyal", seed: READY_SEED } };

export function sameData(one: DataKey, other: DataKey): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** The shop whose ready models fit this data; null where there is none. */
export function readyShop(key: DataKey): Preset | null {
  if (key.kind !== "shop") return null;
  const { preset, seed, sessions, weights } = key.config;
  return seed === READY_SEED && sessions === undefined && weights === undefined ? preset : null;
}

/** Five shares of 0 to 1, not all of them 0, in the order of `RULES`. */
const mix: Codec<ProcessWeights> = {
  read: (text) => {
    const parts = text.split("_");
    if (parts.length !== RULES.length || !parts.every((part) => /^[01](\.\d{1,4})?$/.test(part))) return null;
    const [chain = 0, brand = 0, price = 0, transition = 0, noise = 0] = parts.map((part) => Math.min(1, Number(part)));
    return chain + brand + price + transition + noise > 0 ? { chain, brand, price, transition, noise } : null;
  },
  write: (weights) => RULES.map((rule) => String(Math.round(weights[rule] * 1e4) / 1e4)).join("_"),
};

const preset = oneOf(PRESETS);
const seed = integer(SHOP_SEEDS.least, SHOP_SEEDS.most);
const sessions = integer(SHOP_SESSIONS.least, SHOP_SESSIONS.most);

/** `data` names the shop, `seed`, `n` (sessions) and `w` (mix) make it another one. */
export const dataField: Field<DataKey> = {
  keys: ["data", "seed", "sessions", "w"],
  fallback: FIRST_SHOP,
  scope: "page",
  read: (get, drop) => {
    const part = partReader(get, drop);
    const shop = part("data", preset);
    const drawn = part("seed", seed);
    // A seed that cannot be used would open another shop, in which the session's ids mean other items.
    if (shop === null || (get("seed") !== null && drawn === null)) return null;
    const number = part("sessions", sessions);
    const weights = part("w", mix);
    const config: SyntheticConfig = {
      preset: shop,
      seed: drawn ?? READY_SEED,
      ...(number === null ? {} : { sessions: number }),
      ...(weights === null ? {} : { weights }),
    };
    return { kind: "shop", config };
  },
  write: (key) => {
    if (key.kind === "own") return [];
    const { config } = key;
    return [
      ["data", preset.write(config.preset)],
      ["seed", seed.write(config.seed)],
      ...(config.sessions === undefined ? [] : ([["sessions", sessions.write(config.sessions)]] as const)),
      ...(config.weights === undefined ? [] : ([["w", mix.write(config.weights)]] as const)),
    ];
  },
};
