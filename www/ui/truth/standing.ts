// What may be said of the numbers on screen: who names the planted answer most often, who cannot be told apart from whom, who does no
// better than chance.
import type { Law } from "../../engine.ts";
import type { MethodId } from "./methods";
import type { Scored, Scores } from "./score";

export interface Placed {
  readonly method: MethodId;
  readonly scored: Scored;
}

export interface Standing {
  /** In the order asked for; methods without a score are left out. */
  readonly methods: readonly Placed[];
  /** The largest kappa. */
  readonly first: Placed;
  /** Those whose intervals reach into the first one's. */
  readonly level: readonly Placed[];
  /** Those whose interval holds no agreement at all. */
  readonly atChance: readonly Placed[];
}

const kappaOf = ({ scored }: Placed) => scored.agreement?.kappa ?? 0;
const halfOf = ({ scored }: Placed) => scored.agreement?.kappa_half ?? 0;

/** Null: nothing is scored. */
export function standing(scores: Scores, methods: readonly MethodId[]): Standing | null {
  const placed = methods.flatMap((method): Placed[] => {
    const scored = scores[method];
    return scored?.agreement?.kappa == null ? [] : [{ method, scored }];
  });
  const [first] = [...placed].sort((a, b) => kappaOf(b) - kappaOf(a));
  if (!first) return null;
  const low = kappaOf(first) - halfOf(first);
  const level = placed.filter((one) => one !== first && kappaOf(one) + halfOf(one) >= low);
  const atChance = placed.filter((one) => kappaOf(one) - halfOf(one) <= 0);
  return { methods: placed, first, level, atChance };
}

/** A lift below this is none: a model that has learned nothing stays well below. */
const LEAST_LIFT = 0.5;

/** Which source's part rises most where two clicks share a property that the shop goes by. Position is none: it has a law of its own. */
export interface Lift {
  /** Index of the attribute. */
  readonly property: number;
  /** Index of the source, its layer and its lift; null: no part rises. */
  readonly most: { readonly source: number; readonly layer: number; readonly lift: number } | null;
  /** It is the source of the property itself. */
  readonly isOwn: boolean;
}

export function lifts({ properties, sources }: Law): Lift[] {
  return properties
    .filter(({ planted }) => planted > 0)
    .map(({ attribute, learned }) => {
      const all = learned.flatMap((row, layer) => row.map((lift, source) => ({ source, layer, lift })));
      const [most] = all
        .filter(({ source, lift }) => lift >= LEAST_LIFT && sources[source]?.kind !== "position")
        .sort((a, b) => b.lift - a.lift);
      const isOwn = most !== undefined && sources[most.source]?.attribute === attribute;
      return { property: attribute, most: most ?? null, isOwn };
    });
}
