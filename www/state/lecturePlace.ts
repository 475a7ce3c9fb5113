// Where a lecture is, as the browser's history keeps it. How one gets there is the lecture's own business (ui/lecture), which is fetched
// when there is one.
import { experiment } from "./current";

/** "ten.rank.3"; empty: no lecture is given. */
export function lecturePlace(): string {
  const { lecture, step, click } = experiment.peek();
  return lecture === null ? "" : `${lecture}.${step}.${click}`;
}

/** The way to a lecture, which is set once there was one. */
interface LectureDoor {
  go: (place: string) => void;
  /** What follows its links, where the lecture itself came in one. */
  tail: string;
  /** A lecture is walked unseen, for its hand-out: neither the history nor what is remembered of the visitor takes note. */
  isWalked: boolean;
}

export const lectureDoor: LectureDoor = { go: () => undefined, tail: "", isWalked: false };
