// Where a lecture is, as the browser's history keeps it. How one gets there is the lecture's own business (ui/lecture), which is fetched
// when there is one.
import { experiment } from "./current";

/** "ten.rank.3"; empty: no lecture is given. */
export function lecturePlace(): string {
  const { lecture, step, click } = experiment.peek();
  return lecture === null ? "" : `${lecture}.${step}.${click}`;
}

/**
 * Goes to such a place; set by the lecture once there was one. While a lecture is walked unseen, for its hand-out, neither the history nor
 * what is remembered of the visitor takes note.
 */
export const lectureDoor: { go: (place: string) => void; isWalked: boolean } = { go: () => undefined, isWalked: false };
