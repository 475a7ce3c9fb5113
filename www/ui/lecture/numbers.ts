// What the engine is asked for the numbers of the lecture, part by part.

import { NINTH as TARGET, VISITOR } from "../../content/lecture/visitor";
import type { Prediction } from "../../engine.ts";
import { openData } from "../../state/opened";
import type { Ask } from "../../state/question";
import { askList, probabilityOf, rankOf } from "../common/askList";
import { partsAt, weightAt } from "../common/cells";
import { cosine, count, percent, share, signed, sum, text, type Values, weight } from "../common/values";

export const SHOP = "brand_loyal";
const SPADE = 5;
const GIMBAL = 7;
const ONE_BRAND: readonly number[] = [50, 55, 61, 66, 71];
/** Of the engine's sources: item, position, category, brand, price. */
const SOURCES = 5;
const BRAND = 3;
const ITEM = 0;
const GARDEN = "Garden";
const SOIL = "Soil";

const MAIN = "lecture";
const EARLY = "lecture-early";
const CONCAT = "lecture-concat";
/** Its attributes are as wide as its items: an angle between two gradients needs vectors of one width. */
const WIDE = "lecture-wide";
export const MODELS: Readonly<Record<string, string>> = {
  [MAIN]: "dif_sr",
  [EARLY]: "sasrecf-add",
  [CONCAT]: "sasrecf",
  [WIDE]: "wide/dif_sr",
};
const SESSIONS = 32;

/** The list of one of the models. */
const predict = (ask: Ask, items: readonly number[], off: number | null = null, model = MAIN) =>
  askList(ask, items, { model, sources: SOURCES, off });

/** Each gives some of the numbers. */
export const ASKED: readonly ((ask: Ask) => Promise<Values>)[] = [
  async (ask) => {
    const early = await predict(ask, VISITOR.slice(0, 2));
    const now = await predict(ask, VISITOR);
    const category = now.attributes.find(({ attribute }) => attribute === 0)?.values ?? [];
    const names = openData.peek()?.catalogue.attributes[0]?.values ?? [];
    const chance = (name: string) => category.find(({ value }) => names[value] === name)?.probability ?? 0;
    return {
      p_poncho: percent(probabilityOf(early, VISITOR[2] ?? 0)),
      rank_t: count(rankOf(now, TARGET)),
      p_t: percent(probabilityOf(now, TARGET)),
      p_garden: share(chance(GARDEN)),
      p_soil: share(chance(SOIL)),
    };
  },
  async (ask) => {
    const { value: found } = await ask("explain", { items: [...VISITOR], model: MAIN });
    const [spade, own] = [partsAt(found, 0, 0, GIMBAL, SPADE), partsAt(found, 0, 0, GIMBAL, GIMBAL)];
    const names = ["item", "pos", "cat", "brand", "price"];
    const row = VISITOR.map((_, column) => weightAt(found, 0, 0, GIMBAL, column));
    const without = VISITOR.filter((_, at) => at !== SPADE);
    return {
      click_most: count(row.indexOf(Math.max(...row))),
      w_spade: weight(row[SPADE] ?? 0),
      w2_spade: weight(weightAt(found, 1, null, GIMBAL, SPADE)),
      ...Object.fromEntries(names.map((name, source) => [`part_${name}`, signed(spade[source] ?? 0)])),
      sum_cell: signed(sum(spade)),
      part_brand_self: signed(own[BRAND] ?? 0),
      gap: weight(sum(spade) - sum(own)),
      gap_pos: weight((spade[1] ?? 0) - (own[1] ?? 0)),
      rank_nospade: count(rankOf(await predict(ask, without), TARGET)),
    };
  },
  async (ask) => {
    const base = probabilityOf(await predict(ask, VISITOR), TARGET);
    const without: Prediction[] = [];
    for (let source = 0; source < SOURCES; source++) without.push(await predict(ask, VISITOR, source));
    const [item, brand] = [without[ITEM], without[BRAND]];
    if (!item || !brand) return {};
    return {
      rank_nobrand: count(rankOf(brand, TARGET)),
      p_nobrand: percent(probabilityOf(brand, TARGET)),
      rank_noitem: count(rankOf(item, TARGET)),
      p_noitem: percent(probabilityOf(item, TARGET)),
      loss_sum: percent(sum(without.map((one) => base - probabilityOf(one, TARGET)))),
    };
  },
  async (ask) => {
    const { value: found } = await ask("explain", { items: [...ONE_BRAND], model: MAIN });
    const row = ONE_BRAND.length - 1;
    const seen = ONE_BRAND.map((_, column) => weightAt(found, 0, null, row, column));
    const parts = partsAt(found, 0, null, row, seen.indexOf(Math.max(...seen)));
    const [on, off] = [await predict(ask, ONE_BRAND), await predict(ask, ONE_BRAND, BRAND)];
    const first = on.top[0]?.item ?? 0;
    return {
      part_onebrand: share(Math.abs(parts[BRAND] ?? 0) / sum(parts.map(Math.abs))),
      p_onebrand: percent(probabilityOf(on, first)),
      p_onebrand_off: percent(probabilityOf(off, first)),
    };
  },
  async (ask) => {
    const [mine, early] = [await predict(ask, VISITOR), await predict(ask, VISITOR, null, EARLY)];
    const ten = new Set(mine.top.slice(0, 10).map(({ item }) => item));
    const shared = early.top.slice(0, 10).filter(({ item }) => ten.has(item)).length;
    return { rank_early: count(rankOf(early, TARGET)), shared_ten: count(shared) };
  },
  async (ask) => {
    const [n, width, attribute, attributes] = [24, 4, 2, openData.peek()?.catalogue.attributes.length ?? 0];
    const widths = [width, width, ...Array<number>(attributes).fill(attribute)];
    const found = await ask("randomRank", {
      ...{ length: n, width, attribute_widths: Array<number>(attributes).fill(attribute), seed: 212, items: 0 },
      attribute_values: Array<number>(attributes).fill(0),
    });
    const rank = (of: "early" | "decoupled") => found[of].tables.at(-1)?.rank[0] ?? 0;
    return {
      d_h: count(width),
      rank_e: count(rank("early")),
      rank_rest: count(n - rank("early")),
      rank_d: count(rank("decoupled")),
      widths: text(widths.join(", ")),
      widths_sum: text(widths.join(" + ")),
      n_short: count(8),
      d_wide: count(16),
    };
  },
  async (ask) => {
    const step = { items: [...VISITOR], target: TARGET };
    const early = await ask("gradients", { ...step, batch: 0, model: EARLY });
    const mine = await ask("gradients", { ...step, batch: SESSIONS, model: WIDE });
    const concat = await ask("gradients", { ...step, batch: SESSIONS, model: CONCAT });
    const numbers = (values: readonly (number | null)[] = []) => values.filter((value) => value !== null);
    const [added, own, mapped] = [early, mine, concat].map(({ by_source }) => numbers(by_source[BRAND]?.cosine));
    const mean = (values: readonly number[] = []) => sum(values) / Math.max(1, values.length);
    return {
      cos_add: cosine(Math.min(...(added ?? []))),
      cos_dif: cosine(mean(own)),
      cos_dif_min: cosine(Math.min(...(own ?? []))),
      cos_dif_max: cosine(Math.max(...(own ?? []))),
      cos_cat: cosine(mean(mapped)),
      res_cat: weight(concat.batch?.residual[BRAND] ?? 0),
      res_dif: weight(mine.batch?.residual[BRAND] ?? 0),
    };
  },
];
