import { describe, expect, it } from "vitest";
import type { WorkerFailure } from "./failure";
import { type WorkerLike, WorkerLink } from "./workerLink";

type Listener = (event: { data?: unknown; message?: string }) => void;

/** A worker that says nothing by itself. */
function silentWorker() {
  const listeners: Record<string, Listener[]> = {};
  const worker = {
    addEventListener: (type: string, listener: Listener) => {
      listeners[type] = [...(listeners[type] ?? []), listener];
    },
    postMessage: () => undefined,
    terminate: () => undefined,
  } as unknown as WorkerLike;
  const fire = (type: string, event: { message?: string }) => {
    for (const listener of listeners[type] ?? []) listener(event);
  };
  return { worker, fire };
}

describe("a worker that dies", () => {
  it.each([
    ["without a word: its code did not arrive", {}, "offline"],
    ["of an error of its own", { message: "Uncaught TypeError" }, "crashed"],
  ])("%s", async (_, event, code) => {
    const { worker, fire } = silentWorker();
    const deaths: WorkerFailure[] = [];
    const link = new WorkerLink<{ ask: { args: null; result: null } }, { event: string }>(
      worker,
      () => undefined,
      (failure) => deaths.push(failure),
    );
    const asked = link.call("ask", null);
    fire("error", event);
    fire("error", event);
    await expect(asked).rejects.toMatchObject({ detail: { code } });
    expect(deaths.map(({ detail }) => detail.code)).toEqual([code]);
  });
});
