// Three clicks to look at: one that every method is right about, one they disagree on, one that all of them miss.
import type { Truth, TruthClick } from "../../engine.ts";
import type { MethodId } from "./methods";

export const EXAMPLE_METHODS = [
  "leave_one_out",
  "gradient_times_input",
  "attention",
] as const satisfies readonly MethodId[];
export const KINDS = ["right", "differ", "wrong"] as const;
export type Kind = (typeof KINDS)[number];

export interface Example {
  readonly kind: Kind;
  readonly click: TruthClick;
  /** By `EXAMPLE_METHODS`; null: this model cannot be asked. */
  readonly named: readonly (number | null)[];
  /** Methods that could be asked: all of them were right, or none. */
  readonly asked: number;
  /** Who knows the rules names another click, too. */
  readonly isHard: boolean;
}

/** Shown sessions stay short enough to be taken in, and long enough to leave a choice. */
const LENGTHS = { least: 4, most: 9 };

const namedIn = ({ methods }: Truth, { named }: TruthClick) =>
  EXAMPLE_METHODS.map((method) => named[methods.indexOf(method)] ?? null);
const bestIn = ({ methods }: Truth, { named }: TruthClick) => named[methods.indexOf("best")] ?? null;

/** What a click is an example of; null: of none. */
export function kindOf(truth: number, named: readonly (number | null)[]): Kind | null {
  const asked = named.filter((one) => one !== null);
  if (asked.length === 0) return null;
  const right = asked.filter((one) => one === truth).length;
  if (right === asked.length) return truth > 0 ? "right" : null;
  if (right === 0) return "wrong";
  return "differ";
}

/** How many of the methods this model can be asked. */
export function countAsked(answer: Truth): number {
  const rows = answer.clicks.map((click) => namedIn(answer, click));
  return EXAMPLE_METHODS.filter((_, method) => rows.some((named) => named[method] !== null)).length;
}

/** The first click of each kind: the same answers give the same examples. */
export function findExamples(answer: Truth, clicks: readonly TruthClick[]): Example[] {
  const all = clicks
    .filter(({ history }) => history.length >= LENGTHS.least && history.length <= LENGTHS.most)
    .map((click) => {
      const named = namedIn(answer, click);
      const asked = named.filter((one) => one !== null).length;
      return { click, named, asked, isHard: bestIn(answer, click) !== click.truth };
    });
  return KINDS.flatMap((kind) => {
    const found = all.find(({ click, named }) => kindOf(click.truth, named) === kind);
    return found ? [{ kind, ...found }] : [];
  });
}
