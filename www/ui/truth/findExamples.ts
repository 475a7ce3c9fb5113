// Three clicks to look at: one that every method is right about, one they disagree on, one that all of them miss.
import type { RealSession, Truth, TruthClick } from "../../engine.ts";
import type { Ask } from "../../state/question";
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
  readonly session: RealSession;
  /** The seed by which the session is drawn. */
  readonly seed: number;
  /** By `EXAMPLE_METHODS`; null: this model cannot be asked. */
  readonly named: readonly (number | null)[];
  /** Who knows the rules names another click, too. */
  readonly isHard: boolean;
}

/** Shown sessions stay short enough to be taken in, and long enough to leave a choice. */
const LENGTHS = { least: 4, most: 9 };
/** Seeds that are tried at most, so many at once. */
const SEEDS = { most: 600, at_once: 30 };

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

/**
 * Looks among the test sessions, drawn by seeds 1, 2, 3 and so on as "Random test session" draws them, for clicks that were asked. The same
 * answers give the same examples.
 */
export async function findExamples(ask: Ask, answer: Truth, clicks: readonly TruthClick[]): Promise<Example[]> {
  const byUser = new Map(clicks.map((click) => [click.user, click]));
  const found = new Map<Kind, Example>();
  for (let from = 1; from <= SEEDS.most && found.size < KINDS.length; from += SEEDS.at_once) {
    const seeds = Array.from({ length: SEEDS.at_once }, (_, at) => from + at);
    const sessions = await Promise.all(seeds.map((seed) => ask("realSession", { seed })));
    sessions.forEach((session, at) => {
      const click = byUser.get(session.user);
      const { length } = session.items;
      if (!click || length < LENGTHS.least || length > LENGTHS.most) return;
      const named = namedIn(answer, click);
      const kind = kindOf(click.truth, named);
      if (kind && !found.has(kind)) {
        const isHard = bestIn(answer, click) !== click.truth;
        found.set(kind, { kind, click, session, named, isHard, seed: seeds[at] ?? 0 });
      }
    });
  }
  return KINDS.flatMap((kind) => found.get(kind) ?? []);
}
