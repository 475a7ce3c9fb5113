import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TrainerClient, TrainerEvent } from "../worker/client";

/** A page that can be hidden, a browser that counts its wake locks, and a trainer that writes down what it is asked. */
async function attended({ wakeLock = true } = {}) {
  vi.resetModules();
  const { set } = await import("./current");
  const { attend } = await import("./attend");
  const asked: string[] = [];
  const locks = { held: 0, requested: 0 };
  let tell: (event: TrainerEvent) => void = () => undefined;
  let turn: () => void = () => undefined;
  const page = {
    hidden: false,
    addEventListener: (_: string, listener: () => void) => {
      turn = listener;
    },
  };
  const request = async () => {
    locks.requested += 1;
    locks.held += 1;
    return {
      release: async () => {
        locks.held -= 1;
      },
    };
  };
  const client = {
    on: (listener: typeof tell) => {
      tell = listener;
    },
    pause: async () => void asked.push("pause"),
    play: () => asked.push("play"),
  };
  attend(client as unknown as TrainerClient, page as unknown as Document, wakeLock ? { wakeLock: { request } } : {});
  const hide = (hidden: boolean) => {
    page.hidden = hidden;
    turn();
  };
  const phase = (name: Extract<TrainerEvent, { type: "phase" }>["phase"]) =>
    tell({ type: "phase", runId: 1, phase: name });
  const finish = () => tell({ type: "finished", runId: 1, reason: "stopped", epoch: 1, step: 1 });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { set, asked, locks, hide, phase, finish, settled };
}

describe("a run and the screen", () => {
  let made: Awaited<ReturnType<typeof attended>>;
  beforeEach(async () => {
    made = await attended();
  });

  it("rests while the page is hidden, where that was chosen, and goes on when it is shown", () => {
    made.set({ restsHidden: true });
    made.phase("running");
    made.hide(true);
    expect(made.asked).toEqual(["pause"]);
    made.phase("paused");
    made.hide(false);
    expect(made.asked).toEqual(["pause", "play"]);
  });

  it("goes on behind a hidden page where nothing was chosen", () => {
    made.phase("running");
    made.hide(true);
    made.hide(false);
    expect(made.asked).toEqual([]);
  });

  it("that was paused by hand, or is over, is not played when the page is shown", () => {
    made.set({ restsHidden: true });
    made.phase("paused");
    made.hide(true);
    made.hide(false);
    made.phase("running");
    made.hide(true);
    made.finish();
    made.hide(false);
    expect(made.asked).toEqual(["pause"]);
  });

  it("keeps the screen awake from its first step to its pause or end, once", async () => {
    made.phase("starting");
    expect(made.locks.requested).toBe(0);
    for (const name of ["compiling", "running", "evaluating", "running"] as const) made.phase(name);
    expect(made.locks).toEqual({ held: 1, requested: 1 });
    made.phase("paused");
    await made.settled();
    expect(made.locks.held).toBe(0);
    made.phase("running");
    made.finish();
    await made.settled();
    expect(made.locks).toEqual({ held: 0, requested: 2 });
  });

  it("asks for the screen again when the page comes back", async () => {
    made.phase("running");
    made.hide(true);
    await made.settled();
    made.hide(false);
    expect(made.locks).toEqual({ held: 1, requested: 2 });
  });

  it("asks nothing of a browser that has none", async () => {
    const without = await attended({ wakeLock: false });
    without.phase("running");
    without.hide(true);
    without.finish();
    await without.settled();
    expect(without.asked).toEqual([]);
  });
});
