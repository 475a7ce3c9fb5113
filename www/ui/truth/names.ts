// What rules, methods and sources are called, and how shares are written.
import { t } from "../../content";
import type { ProcessWeights } from "../../engine.ts";
import type { Agreed } from "../../viz/truthMarks";
import { count, decimal, percent } from "../common/format";
import type { MethodId, Question } from "./methods";
import { rightOf, type Scored } from "./score";

export function methodName(question: Question, method: MethodId): string {
  const words = t().truth.methods;
  return method === "gradient_times_input" ? words.gradient_times_input : (words[question][method] ?? method);
}

export const ruleName = (rule: keyof ProcessWeights): string => t().data.rules[rule].name;

/** .39, −.02: kappa as it is usually written. */
export function kappaText(value: number): string {
  return decimal(value).replace(/^(−?)0(?=\D)/, "$1");
}

/** "55 %" */
export const whole = (share: number): string => percent(share, 0);
/** "55", for axes that say what they are of. */
export const bare = (share: number): string => decimal(share * 100, 0);

/** "κ .39 ±.02"; "–" where nothing could be scored. */
export function kappaWithHalf({ agreement }: Pick<Scored, "agreement">): string {
  if (agreement?.kappa == null) return t().truth.noKappa;
  const half = agreement.kappa_half === null ? "" : ` ±${kappaText(agreement.kappa_half)}`;
  return `κ ${kappaText(agreement.kappa)}${half}`;
}

/** As an axis draws it. */
export function agreed(scored: Scored): Agreed {
  const { agreement } = scored;
  return { right: rightOf(scored), half: agreement?.right_half ?? null, chance: agreement?.chance ?? null };
}

/** "55 % ±4"; "7 of 12" where there are too few to score. */
export function rightWithHalf(scored: Scored): string {
  const { agreement, hits, n } = scored;
  return agreement ? `${whole(agreement.right)} ±${bare(agreement.right_half)}` : t().truth.hits(count(hits), count(n));
}
