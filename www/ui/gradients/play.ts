// Slow motion: the four parts of a step one after the other. Choosing a part by hand ends it, and nothing waits for it.
import { signal } from "@preact/signals";
import { current, set } from "../../state/current";
import type { Moment } from "../../state/fields";

export const MOMENTS: readonly Moment[] = ["forward", "loss", "backward", "update"];
/** Long enough to read the sentence and find the number. */
const CALM = 3200;

export const isPlaying = signal(false);
let timer: ReturnType<typeof setTimeout> | undefined;

function goOn(): void {
  const next = MOMENTS[MOMENTS.indexOf(current.moment.peek()) + 1];
  if (next === undefined) {
    isPlaying.value = false;
    return;
  }
  set({ moment: next });
  timer = setTimeout(goOn, CALM);
}

export function stopPlaying(): void {
  clearTimeout(timer);
  isPlaying.value = false;
}

/** From the start. */
export function play(): void {
  stopPlaying();
  isPlaying.value = true;
  set({ moment: "forward" });
  timer = setTimeout(goOn, CALM);
}

export function showMoment(moment: Moment): void {
  stopPlaying();
  set({ moment });
}
