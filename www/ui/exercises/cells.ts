// Checks on the maps: what a cell is made of, what stands out in its row, and what one source alone would give.
import type { Explanation } from "../../engine.ts";
import type { Ask } from "../../state/question";
import { probabilityOf } from "../common/askList";
import { partsAt, weightAt } from "../common/cells";
import { itemName } from "../common/itemWords";
import { percent, share, signed, sum, text, weight } from "../common/values";
import { type Check, found, largestAt, MAIN } from "./found";
import { largestChange, predict } from "./lists";
import { BRAND, POSITION, SOURCES } from "./sources";

async function explain(ask: Ask, items: readonly number[]): Promise<Explanation> {
  return (await ask("explain", { items: [...items], model: MAIN })).value;
}

/** The last row of a layer; `head` null: the mean. */
function lastRow(of: Explanation, layer: number, head: number | null) {
  const n = of.items.length;
  const columns = Array.from({ length: n }, (_, column) => column);
  const weights = columns.map((column) => weightAt(of, layer, head, n - 1, column));
  const parts = columns.map((column) => partsAt(of, layer, head, n - 1, column));
  const shareAt = (column: number, source: number) => {
    const all = parts[column] ?? [];
    const whole = sum(all.map(Math.abs));
    return whole > 0 ? Math.abs(all[source] ?? 0) / whole : 0;
  };
  /** What is equal along the row cancels in the softmax. */
  const standsOut = (column: number) =>
    SOURCES.map((_, source) => (parts[column]?.[source] ?? 0) - sum(parts.map((all) => all[source] ?? 0)) / n);
  return { weights, parts, shareAt, standsOut };
}

const HALF = 0.5;

export const brandLargest: Check = async (ask, { items, start, catalogue }) => {
  const isEdit = items.length === start.length + 1 && start.every((id, at) => items[at] === id);
  if (items.length < 3) return found(0, false);
  const { weights, shareAt, standsOut } = lastRow(await explain(ask, items), 0, null);
  const earlier = weights.slice(0, -2);
  const at = largestAt(earlier);
  const [most, brand] = [earlier[at] ?? 0, shareAt(at, BRAND)];
  const isSeen = largestAt(weights) === at && most >= HALF;
  const isSolved = isEdit && isSeen && brand >= HALF && largestAt(standsOut(at)) === BRAND;
  const near = isEdit ? HALF * Math.min(1, most / HALF) + HALF * Math.min(1, brand / HALF) : 0;
  const name = (id: number | undefined) => text(itemName(catalogue, id ?? 0));
  return found(near, isSolved, {
    last: name(items.at(-1)),
    weight: weight(most),
    seen: name(items[at]),
    share: share(brand),
  });
};

const OVERLAP = 0.9;
const NO_OTHER = 0.75;

/** What a source's parts alone would give, as far as the row is the same. */
function overlaps(row: ReturnType<typeof lastRow>): number[] {
  return SOURCES.map((_, source) => {
    const scores = row.parts.map((all) => all[source] ?? 0);
    const top = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - top));
    const whole = sum(powers);
    return sum(powers.map((power, column) => Math.min(power / whole, row.weights[column] ?? 0)));
  });
}

export const positionOnly: Check = async (ask, { items, state }) => {
  const { head, layer } = state;
  if (items.length === 0) return found(0, false);
  const all = overlaps(lastRow(await explain(ask, items), layer, head === "mean" ? null : head));
  const position = all[POSITION] ?? 0;
  const others = all.map((value, source) => (source === POSITION ? 0 : value));
  const at = largestAt(others);
  const isAlone = (others[at] ?? 0) <= NO_OTHER;
  const isSolved = items.length >= 5 && head !== "mean" && position >= OVERLAP && isAlone;
  const near = Math.min(1, position / OVERLAP) * (isAlone ? 1 : 0.5);
  return found(near, isSolved, {
    ov: share(position),
    ...(isAlone ? {} : { source: text(SOURCES[at]?.name() ?? ""), ov2: share(others[at] ?? 0) }),
  });
};

const SILENT = 0.001;

export const silentBrand: Check = async (ask, { items, catalogue }) => {
  if (items.length === 0) return found(0, false);
  const { weights, shareAt } = lastRow(await explain(ask, items), 0, null);
  const brand = shareAt(largestAt(weights), BRAND);
  const { item, change } = largestChange(await predict(ask, items), await predict(ask, items, BRAND));
  const isSession = items.length >= 4 && new Set(items).size === items.length;
  const near = HALF * Math.min(1, brand / HALF) + HALF * Math.min(1, SILENT / Math.max(change, 1e-12));
  const places = { share: share(brand), item: text(itemName(catalogue, item)), d: percent(change) };
  return found(near, isSession && brand >= HALF && change <= SILENT, places);
};

const COSTS = 0.9;

export const disagree: Check = async (ask, { items }) => {
  if (items.length === 0) return found(0, false);
  const { weights, standsOut } = lastRow(await explain(ask, items), 0, null);
  const out = standsOut(largestAt(weights));
  const named = largestAt(out);
  const base = await predict(ask, items);
  const first = base.top[0]?.item ?? 0;
  const before = probabilityOf(base, first);
  const ratios: number[] = [];
  for (const source of SOURCES.keys()) ratios.push(probabilityOf(await predict(ask, items, source), first) / before);
  const costly = ratios.indexOf(Math.min(...ratios));
  const others = Math.min(...ratios.filter((_, source) => source !== named));
  const isSolved = items.length >= 3 && (ratios[costly] ?? 1) <= COSTS && costly !== named;
  return found((1 - others) / (1 - (ratios[named] ?? 1)), isSolved, {
    source: text(SOURCES[named]?.name() ?? ""),
    d: signed(out[named] ?? 0),
    p0: percent(before),
    p: percent(before * (ratios[named] ?? 1)),
  });
};
