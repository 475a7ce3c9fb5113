// What the training step of this panel learns from: the visitor's own session, with a true next item.
import type { Quiz } from "../../state/fields";

export interface TrainingStep {
  /** What the model reads, oldest first. */
  readonly history: readonly number[];
  readonly target: number;
  /** last: the visitor's last click plays the true next item. quiz: the true next item of a test session, which is no secret any more. */
  readonly kind: "last" | "quiz";
}

/** Null where there is nothing to read or nothing to predict. A hidden item of a quiz stays hidden. */
export function stepOf(session: readonly number[], quiz: Quiz | null): TrainingStep | null {
  if (quiz?.revealed && quiz.target > 0) {
    return session.length > 0 ? { history: session, target: quiz.target, kind: "quiz" } : null;
  }
  const target = session.at(-1);
  return target === undefined || session.length < 2 ? null : { history: session.slice(0, -1), target, kind: "last" };
}
