// Checks on ranks of random tables, on gradients, and on runs.
import { interval } from "../../state/compareStats";
import { type Measured, measured } from "../../state/measured";
import { planOf } from "../common/fusionPlan";
import { count, metric, weight } from "../common/values";
import { type Check, clamp, found, type Now } from "./found";

const ATTRIBUTES = 3;

async function ranks(
  ask: Parameters<Check>[0],
  sizes: { length: number; items: number; values: readonly number[] },
  { state }: Now,
) {
  const answer = await ask("randomRank", {
    ...{ length: sizes.length, width: state.rankWidth, seed: 212, items: sizes.items },
    attribute_widths: Array<number>(ATTRIBUTES).fill(state.rankAttributeWidth),
    attribute_values: [...sizes.values],
  });
  return {
    early: answer.early.tables.at(-1)?.rank[0] ?? 0,
    decoupled: answer.decoupled.tables.at(-1)?.rank[0] ?? 0,
  };
}

export const equalRank: Check = async (ask, now) => {
  const n = now.state.rankClicks;
  const { early, decoupled } = await ranks(ask, { length: n, items: 0, values: [0, 0, 0] }, now);
  const isSolved = now.state.weights === "random" && n >= 8 && early === decoupled;
  return found(early / Math.max(1, decoupled), isSolved, { e: count(early), d: count(decoupled), n: count(n) });
};

const LONG = 14;
const POOR = 6;

export const fewValues: Check = async (ask, now) => {
  const { items, state, catalogue } = now;
  if (items.length === 0) return found(0, false);
  const kinds = new Set(items).size;
  const sets = (attribute: number) =>
    new Set(items.map((id) => (catalogue.items[id]?.values[attribute] ?? []).join())).size;
  const values = Array.from({ length: ATTRIBUTES }, (_, attribute) => sets(attribute));
  const { decoupled } = await ranks(ask, { length: items.length, items: kinds, values }, now);
  const isSet = state.weights === "random" && state.rankWidth === 4 && state.rankAttributeWidth === 2;
  const isSolved = isSet && items.length >= LONG && decoupled <= POOR;
  const near = Math.min(1, items.length / LONG) * Math.min(1, POOR / Math.max(1, decoupled));
  return found(isSet ? near : 0, isSolved, { n: count(items.length), r: count(kinds), d: count(decoupled) });
};

const ONE = 0.9995;
const BROKEN = 0.9;
const NOTHING_LEFT = 0.001;
const SESSIONS = 32;

export const cosineOne: Check = async (ask, { items, state, done, choice }) => {
  const target = items.at(-1);
  if (target === undefined || items.length < 2) return found(0, false);
  const report = await ask("gradients", { items: items.slice(0, -1), target, batch: SESSIONS });
  const cosines = report.by_source.slice(1).flatMap(({ cosine }) => cosine.filter((value) => value !== null));
  const least = cosines.length > 0 ? Math.min(...cosines) : Number.NaN;
  const isOne = cosines.length > 0 && least >= ONE;
  const residual = Math.max(0, ...(report.batch?.residual.slice(1) ?? []));
  const isBroken = done.has("one") && planOf(state.model) === "input" && least <= BROKEN && residual <= NOTHING_LEFT;
  const did = isOne ? (["one", 1] as const) : isBroken ? (["broken", 1] as const) : undefined;
  const hasOne = done.has("one") || isOne;
  const hasBroken = done.has("broken") || isBroken;
  const near = hasOne ? (hasBroken ? 0.75 : 0.5) : 0;
  const places = { c: weight(least) };
  return found(near, hasOne && hasBroken && choice === 1, places, { isThen: isOne, ...(did ? { did } : {}) });
};

/** How wide an interval is: the page's one rule. */
const width = (of: Measured) => interval(of).high - interval(of).low;

export const beatMarkov: Check = async (ask, { records }) => {
  const runs = records.flatMap(({ best, config }) => {
    const value = best && measured(best.metrics.kept, "ndcg", 10);
    return value ? [{ value, sessions: config.training.eval_sessions }] : [];
  });
  const best = runs.reduce<(typeof runs)[number] | null>(
    (one, other) => (one && one.value.value >= other.value.value ? one : other),
    null,
  );
  if (!best) return found(0, false);
  const floors = await ask("floors", { split: "valid", sessions: best.sessions });
  const floor = measured(floors.markov.kept, "ndcg", 10);
  if (!floor) return found(0, false);
  const gap = interval(floor).high - interval(best.value).low;
  return found(clamp(1 - gap / (width(floor) + width(best.value))), gap < 0, {
    ...{ v: metric(best.value.value), se: metric(best.value.error), m: metric(floor.value), sem: metric(floor.error) },
    gap: metric(Math.max(0, gap)),
  });
};

const WITHOUT_ATTRIBUTES: readonly string[] = ["sasrec", "bert4rec", "gru4rec", "caser"];
const ENOUGH_EPOCHS = 10;

/** How far two intervals lie over each other; negative: how far apart they are. */
export function overlap(one: Measured, other: Measured): number {
  const [a, b] = [interval(one), interval(other)];
  return Math.min(a.high, b.high) - Math.max(a.low, b.low);
}

export const useless: Check = async (_, { records }) => {
  const runs = records.flatMap(({ system, config, test }) => {
    const value = test && measured(test.kept, "ndcg", 10);
    const { epochs, seed } = config.training;
    return value && system !== null && epochs >= ENOUGH_EPOCHS ? [{ system, epochs, seed, value }] : [];
  });
  const isWithout = (system: string) => WITHOUT_ATTRIBUTES.includes(system);
  const pairs = runs.flatMap((one) =>
    isWithout(one.system)
      ? []
      : runs.flatMap((other) =>
          isWithout(other.system) && other.seed === one.seed && other.epochs === one.epochs
            ? [[one, other] as const]
            : [],
        ),
  );
  const [pair] = pairs;
  const kinds = new Set(runs.map(({ system }) => isWithout(system))).size;
  const isSolved = pairs.some(([one, other]) => overlap(one.value, other.value) >= 0);
  const numbers = pair
    ? {
        a: metric(pair[0].value.value),
        sa: metric(pair[0].value.error),
        b: metric(pair[1].value.value),
        sb: metric(pair[1].value.error),
      }
    : {};
  return found(pair ? 0.9 : kinds / 2, isSolved, { k: count(kinds), ...numbers }, { isThen: pair !== undefined });
};

const USUAL_LAMBDA = 2;

function lambdaOf({ config }: Now["records"][number]): number | null {
  const { model } = config;
  if (!("attributes" in model)) return null;
  const all = model.attributes.map((one) => ("lambda" in one ? one.lambda : null));
  return all.every((one) => one === all[0]) ? (all[0] ?? null) : null;
}

/** Everything else being equal. */
const withoutLambda = ({ config }: Now["records"][number]) =>
  JSON.stringify(config, (key, value: unknown) => (key === "lambda" ? undefined : value));

export const lambdaHurts: Check = async (_, { records }) => {
  const runs = records.flatMap((record) => {
    const value = record.best && measured(record.best.metrics.kept, "ndcg", 10);
    const lambda = lambdaOf(record);
    return value && lambda !== null && record.system === "dif_sr" ? [{ record, value, lambda }] : [];
  });
  const usual = runs.filter(({ lambda }) => lambda === USUAL_LAMBDA);
  const pairs = usual.flatMap((one) =>
    runs.flatMap((other) =>
      other.lambda !== USUAL_LAMBDA && withoutLambda(other.record) === withoutLambda(one.record)
        ? [[one, other] as const]
        : [],
    ),
  );
  const lies = ([one, other]: (typeof pairs)[number]) => overlap(one.value, other.value);
  const best = [...pairs].sort((a, b) => lies(a) - lies(b))[0];
  if (!best) return found(usual.length > 0 ? 0.5 : 0, false);
  const [one, other] = best;
  const isBelow = other.value.value < one.value.value;
  const left = isBelow ? lies(best) : width(one.value);
  const near = 0.5 + 0.5 * clamp(1 - left / width(one.value));
  return found(near, isBelow && left < 0, {
    ...{ l: count(other.lambda), v: metric(other.value.value), se: metric(other.value.error) },
    ...{ v0: metric(one.value.value), se0: metric(one.value.error), o: metric(Math.max(0, left)) },
  });
};
