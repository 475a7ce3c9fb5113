// Checks on the list of a session: what is first, and with which sources.
import type { Prediction } from "../../engine.ts";
import type { Ask } from "../../state/question";
import { askList, probabilityOf } from "../common/askList";
import { itemName } from "../common/itemWords";
import { count, percent, text } from "../common/values";
import { type Check, clamp, type Found, found, MAIN, type Now } from "./found";
import { SOURCES, sourceAt } from "./sources";

const SEED_COMPOST = 221;
const MACRO_LENS = 55;

/** The list of the model that answers; `off`: without a source, by its index. */
export const predict = (ask: Ask, items: readonly number[], off: number | null = null): Promise<Prediction> =>
  askList(ask, items, { model: MAIN, sources: SOURCES.length, off });

/** The largest change of any item's probability. */
export function largestChange(one: Prediction, other: Prediction): { readonly item: number; readonly change: number } {
  const before = new Map(one.top.map(({ item, probability }) => [item, probability]));
  let largest = { item: 0, change: 0 };
  for (const { item, probability } of other.top) {
    const change = Math.abs(probability - (before.get(item) ?? 0));
    if (change > largest.change) largest = { item, change };
  }
  return largest;
}

/** How far the first item is from losing its place, beside how far it was at the start. */
async function lostPlace(
  ask: Ask,
  { items, start, catalogue }: Now,
  isEdit: boolean,
  names: Found["places"],
): Promise<Found> {
  if (!isEdit) return found(0, false, {}, { isOff: true });
  const [now, before] = [await predict(ask, items), await predict(ask, start)];
  const gap = (of: Prediction) => {
    const second = of.top.find(({ item }) => item !== SEED_COMPOST);
    return probabilityOf(of, SEED_COMPOST) - (second?.probability ?? 0);
  };
  const runner = now.top.find(({ item }) => item !== SEED_COMPOST);
  const places = {
    ...names,
    p: percent(probabilityOf(now, SEED_COMPOST)),
    second: text(itemName(catalogue, runner?.item ?? 0)),
    p2: percent(runner?.probability ?? 0),
  };
  return found(1 - gap(now) / gap(before), now.top[0]?.item !== SEED_COMPOST, places);
}

/** The place of the click that is missing; -1 where the session is no such edit. */
function takenOut(start: readonly number[], items: readonly number[]): number {
  return start.findIndex((_, at) => start.filter((__, one) => one !== at).join() === items.join());
}

export const oneClick: Check = async (ask, now) => {
  const gone = takenOut(now.start, now.items);
  return lostPlace(ask, now, gone >= 0, { gone: text(itemName(now.catalogue, now.start[gone] ?? 0)) });
};

/** From where to where one click was moved; null where the session is no such edit. */
function movedOnce(start: readonly number[], items: readonly number[]): readonly [number, number] | null {
  for (let from = 0; from < start.length; from++) {
    const rest = start.filter((_, at) => at !== from);
    for (let to = 0; to < start.length; to++) {
      if (to === from) continue;
      const moved = [...rest.slice(0, to), start[from] ?? 0, ...rest.slice(to)];
      if (moved.join() === items.join() && moved.join() !== start.join()) return [from, to];
    }
  }
  return null;
}

export const swapOrder: Check = async (ask, now) => {
  const moved = movedOnce(now.start, now.items);
  return lostPlace(ask, now, moved !== null, {
    moved: text(itemName(now.catalogue, now.start[moved?.[0] ?? 0] ?? 0)),
    from: count((moved?.[0] ?? 0) + 1),
    to: count((moved?.[1] ?? 0) + 1),
  });
};

const ENOUGH = 1.2;

export const sourceGains: Check = async (ask, { state, items, start }) => {
  const [off] = state.off;
  const source = sourceAt(off);
  const before = probabilityOf(await predict(ask, start), MACRO_LENS);
  const isOne = state.off.length === 1 && source >= 0 && items.join() === start.join();
  const after = isOne ? probabilityOf(await predict(ask, start, source), MACRO_LENS) : before;
  const ratio = before > 0 ? after / before : 0;
  const name = SOURCES[source]?.name();
  const places = {
    ...(name === undefined ? {} : { source: text(name) }),
    p: percent(after),
    p0: percent(before),
    goal: percent(before * ENOUGH),
  };
  return found(clamp((ratio - 1) / (ENOUGH - 1)), isOne && ratio >= ENOUGH, places, {
    isOff: items.join() !== start.join(),
  });
};

/** Single precision moves a probability by less. */
const NOTHING = 1e-6;

export const oneItem: Check = async (ask, { state, items, done, choice }) => {
  const source = sourceAt(state.off[0]);
  const isTried = items.length === 1 && state.off.length === 1 && source >= 0;
  const change = isTried ? largestChange(await predict(ask, items), await predict(ask, items, source)).change : 0;
  const did = isTried ? ([`off ${state.off[0]}`, change] as const) : undefined;
  const all = new Map(did ? [...done, did] : done);
  const tried = SOURCES.filter(({ letter }) => all.has(`off ${letter}`));
  const largest = Math.max(0, ...tried.map(({ letter }) => all.get(`off ${letter}`) ?? 0));
  const isRight = choice === 2;
  const isSolved = tried.length === SOURCES.length && largest <= NOTHING && isRight;
  const near = tried.length / 6 + (isRight ? 1 / 6 : 0);
  return found(near, isSolved, { k: count(tried.length), d: percent(largest) }, did ? { did } : {});
};
