// Numbers of the models that come with the first shop, and of random ones, which more than one text of the page speaks of: what the engine
// is asked for them.

import { NINTH as TARGET, VISITOR } from "../../content/lecture/visitor";
import type { RandomRank } from "../../engine.ts";
import { inSlot } from "../../state/engineSlot";
import type { Ask } from "../../state/question";
import { readyModel } from "../../state/ready";
import { askList, probabilityOf } from "./askList";
import { partsAt, weightAt } from "./cells";
import { cosine, count, percent, share, sum, text, type Values, weight } from "./values";

export const SHOP = "brand_loyal";
/** Of the engine's sources: item, position, category, brand, price. */
export const SOURCES = 5;
export const BRAND = 3;
const ONE_BRAND: readonly number[] = [50, 55, 61, 66, 71];
/** Sessions of the batch whose gradients are held against each other. */
const SESSIONS = 32;

/** Heads so narrow that the bottleneck shows, and a fair case beside them. */
export const NARROW = { clicks: 24, width: 4, attribute: 2, seed: 212 } as const;
export const FAIR = { clicks: 8, width: 16 } as const;

/** Work with models of the shop, each in a slot of its own, so that whatever else is on screen changes nothing. */
export function withReadyModels(
  ask: Ask,
  slots: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const [first, ...others] = Object.entries(slots);
  if (!first) return work();
  const [slot, id] = first;
  const load = async () => ask("loadModel", { bytes: await readyModel(id, SHOP), slot });
  return inSlot(slot, load, () => withReadyModels(ask, Object.fromEntries(others), work));
}

/** A session of one brand: what brand makes of the cell that is looked at most, and what becomes of the first item without it. */
export async function oneBrand(ask: Ask, model: string): Promise<Values> {
  const { value: found } = await ask("explain", { items: [...ONE_BRAND], model });
  const row = ONE_BRAND.length - 1;
  const seen = ONE_BRAND.map((_, column) => weightAt(found, 0, null, row, column));
  const parts = partsAt(found, 0, null, row, seen.indexOf(Math.max(...seen)));
  const list = (off: number | null) => askList(ask, ONE_BRAND, { model, sources: SOURCES, off });
  const [on, off] = [await list(null), await list(BRAND)];
  const first = on.top[0]?.item ?? 0;
  return {
    n_onebrand: count(ONE_BRAND.length),
    part_onebrand: share(Math.abs(parts[BRAND] ?? 0) / sum(parts.map(Math.abs))),
    p_onebrand: percent(probabilityOf(on, first)),
    p_onebrand_off: percent(probabilityOf(off, first)),
  };
}

/** A session of random clicks under random weights, with so many attributes. */
export function askRandomRank(ask: Ask, clicks: number, width: number, attributes: number) {
  return ask("randomRank", {
    ...{ length: clicks, width, seed: NARROW.seed, items: 0 },
    attribute_widths: Array<number>(attributes).fill(NARROW.attribute),
    attribute_values: Array<number>(attributes).fill(0),
  });
}

/** Where a table stops that was mixed first, and one whose sources were kept apart. */
export const ranksOf = (found: RandomRank) => {
  const rank = (of: "early" | "decoupled") => found[of].tables.at(-1)?.rank[0] ?? 0;
  return { early: rank("early"), decoupled: rank("decoupled") };
};

export async function narrowRanks(ask: Ask, attributes: number): Promise<Values> {
  const { early, decoupled } = ranksOf(await askRandomRank(ask, NARROW.clicks, NARROW.width, attributes));
  const widths = [NARROW.width, NARROW.width, ...Array<number>(attributes).fill(NARROW.attribute)];
  return {
    n_long: count(NARROW.clicks),
    d_h: count(NARROW.width),
    d_a: count(NARROW.attribute),
    rank_e: count(early),
    rank_rest: count(NARROW.clicks - early),
    rank_d: count(decoupled),
    widths: text(widths.join(", ")),
    widths_sum: text(widths.join(" + ")),
    n_short: count(FAIR.clicks),
    d_wide: count(FAIR.width),
  };
}

/** Slots of DIF-SR, and of SASRecF by adding and by a linear map. Attributes have an angle to the item where they are as wide. */
export interface GradientSlots {
  readonly main: string;
  readonly early: string;
  readonly concat: string;
}

export async function gradientsBeside(ask: Ask, slots: GradientSlots): Promise<Values> {
  const step = { items: [...VISITOR], target: TARGET };
  const early = await ask("gradients", { ...step, batch: 0, model: slots.early });
  const mine = await ask("gradients", { ...step, batch: SESSIONS, model: slots.main });
  const concat = await ask("gradients", { ...step, batch: SESSIONS, model: slots.concat });
  const cosines = (of: typeof early, source: number) =>
    (of.by_source[source]?.cosine ?? []).filter((value) => value !== null);
  const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length);
  const own = cosines(mine, BRAND);
  return {
    cos_add: cosine(Math.min(...cosines(early, BRAND))),
    ...(own.length > 0 && {
      cos_dif: cosine(mean(own)),
      cos_dif_min: cosine(Math.min(...own)),
      cos_dif_max: cosine(Math.max(...own)),
    }),
    cos_cat: cosine(mean(cosines(concat, BRAND))),
    res_cat: weight(concat.batch?.residual[BRAND] ?? 0),
    res_dif: weight(mine.batch?.residual[BRAND] ?? 0),
  };
}
