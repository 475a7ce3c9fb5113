import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { current, set } from "../../state/current";
import { isPlaying, play, showMoment, stopPlaying } from "./play";

const A_LONG_TIME = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stopPlaying();
  vi.useRealTimers();
});

it("walks through the parts once, from the first to the last, and ends there", () => {
  set({ moment: "update" });
  const seen: string[] = [];
  const unfollow = current.moment.subscribe((moment) => seen.push(moment));
  play();
  vi.advanceTimersByTime(A_LONG_TIME);
  unfollow();
  expect(seen).toEqual(["update", "forward", "loss", "backward", "update"]);
  expect(isPlaying.value).toBe(false);
});

it("is calm: two parts are seconds apart", () => {
  play();
  vi.advanceTimersByTime(2000);
  expect(current.moment.value).toBe("forward");
});

it("ends where a part is chosen by hand", () => {
  play();
  showMoment("loss");
  vi.advanceTimersByTime(A_LONG_TIME);
  expect(current.moment.value).toBe("loss");
  expect(isPlaying.value).toBe(false);
});
