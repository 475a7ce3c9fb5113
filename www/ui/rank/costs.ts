// What narrow heads cost in NDCG@10 on the test part, beside the same systems as they come, and what may be said of it.
import { t } from "../../content";
import { ERRORS_EITHER_WAY, type Standing, standing } from "../../state/compareStats";
import { type Measured, measured } from "../../state/measured";
import type { ReadyIndex } from "../../state/ready";
import { fraction } from "../common/formatMore";
import { inOneList } from "../common/inOneList";

const K = 10;
/** Whose lead is followed: one that keeps its sources apart, over one that mixes them first. */
const LEADER = "dif_sr";
const OTHER = "sasrecf-add";

export interface Cost {
  readonly id: string;
  readonly name: string;
  readonly usual: Measured;
  readonly narrow: Measured;
  /** Of the narrow heads beside the usual ones. */
  readonly standing: Standing;
}

/** Systems that the list has with both kinds of heads. */
export function costsOf({ systems, narrow }: ReadyIndex): readonly Cost[] {
  return (narrow?.systems ?? []).flatMap(({ id, name, test }) => {
    const usual = systems.find((system) => system.id === id);
    const [before, after] = [usual && measured(usual.test.kept, "ndcg", K), measured(test.kept, "ndcg", K)];
    return before && after ? [{ id, name, usual: before, narrow: after, standing: standing(after, before) }] : [];
  });
}

/** How far one is ahead; errors of both count as if their sessions were others, which is the careful side. */
function leadOf(one: Measured, other: Measured): Measured {
  return { value: one.value - other.value, error: Math.hypot(one.error, other.error) };
}

/** Which systems are worse, which cannot be told apart, and whether decoupled fusion gains where its rank is the higher one. */
export function costInWords(costs: readonly Cost[]): string {
  const words = t().rank.cost;
  const names = (wanted: Standing) => costs.flatMap((one) => (one.standing === wanted ? one.name : []));
  const [below, above, same] = [names("below"), names("above"), names("same")];
  const isApart = below.length + above.length > 0;
  return [
    ...(below.length > 0 ? [words.below(inOneList(below))] : []),
    ...(above.length > 0 ? [words.above(inOneList(above))] : []),
    ...(same.length > 0 ? [words.same(inOneList(same), isApart)] : []),
    ...leadInWords(costs),
  ].join(" ");
}

/** Nothing where decoupled fusion is not ahead with both. */
function leadInWords(costs: readonly Cost[]): string[] {
  const words = t().rank.cost;
  const [leader, other] = [LEADER, OTHER].map((wanted) => costs.find(({ id }) => id === wanted));
  if (!leader || !other) return [];
  if (!(["usual", "narrow"] as const).every((heads) => standing(leader[heads], other[heads]) === "above")) return [];
  const [usual, narrow] = [leadOf(leader.usual, other.usual), leadOf(leader.narrow, other.narrow)];
  const isApart = Math.abs(narrow.value - usual.value) > ERRORS_EITHER_WAY * Math.hypot(usual.error, narrow.error);
  const compared = !isApart ? words.leadSame : narrow.value > usual.value ? words.leadAbove : words.leadBelow;
  return [words.lead(leader.name, other.name, fraction(usual.value), fraction(narrow.value)), compared];
}
