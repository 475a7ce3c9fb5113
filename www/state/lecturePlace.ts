// Where a lecture is, as the browser's history keeps it. How one gets there is the lecture's own business (ui/lecture), which is fetched
// when there is one.
import { signal } from "@preact/signals";
import { current } from "./current";

export interface LecturePlace {
  readonly lecture: string;
  readonly step: string;
  readonly click: number;
}

/** Goes to a place, or ends the lecture; set by the lecture while it is given. */
export const goToPlace = signal<((place: LecturePlace | null) => Promise<void>) | null>(null);

/** Null: no lecture is given. */
export function lecturePlace(): LecturePlace | null {
  const [lecture, step, click] = [current.lecture.peek(), current.step.peek(), current.click.peek()];
  return lecture === null || step === null ? null : { lecture, step, click };
}

export function isSamePlace(one: LecturePlace | null, other: LecturePlace | null): boolean {
  return one?.lecture === other?.lecture && one?.step === other?.step && one?.click === other?.click;
}

/** From an entry of the history, which may be another page's. */
export function readPlace(value: unknown): LecturePlace | null {
  const { lecture, step, click }: Record<string, unknown> = { ...(typeof value === "object" ? value : null) };
  const isPlace = typeof lecture === "string" && typeof step === "string" && typeof click === "number";
  return isPlace ? { lecture, step, click } : null;
}
