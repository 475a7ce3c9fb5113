import { afterEach, expect, it, vi } from "vitest";
import { hearOfLoadedFiles, nameLoadedFiles } from "./loadedFiles";

/** Channels of one name in one thread, without the delay of real ones. */
class Channel {
  static all: Channel[] = [];
  onmessage: (event: { data: unknown }) => void = () => undefined;
  constructor() {
    Channel.all.push(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.all) if (other !== this) other.onmessage({ data: structuredClone(data) });
  }
}

/** A worker whose files the test loads. */
function worker() {
  const files: { name: string }[] = [];
  let observe: (list: { getEntries(): { name: string }[] }) => void = () => undefined;
  vi.stubGlobal("BroadcastChannel", Channel);
  vi.stubGlobal("performance", { getEntriesByType: () => files });
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(callback: typeof observe) {
        observe = callback;
      }
      observe(): void {}
    },
  );
  nameLoadedFiles();
  return (name: string) => {
    files.push({ name });
    observe({ getEntries: () => [{ name }] });
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
  Channel.all = [];
});

it("a worker names each file once, however many it has loaded before", () => {
  const load = worker();
  const heard: string[][] = [];
  hearOfLoadedFiles((names) => heard.push(names));
  for (const name of ["a", "b", "c"]) load(name);
  expect(heard).toEqual([["a"], ["b"], ["c"]]);
});

it("a page that comes later asks for all of them", () => {
  const load = worker();
  for (const name of ["a", "b"]) load(name);
  const heard: string[][] = [];
  const ask = hearOfLoadedFiles((names) => heard.push(names));
  ask();
  expect(heard).toEqual([["a", "b"]]);
});
