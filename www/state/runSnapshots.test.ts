import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RunConfig } from "../engine.ts";
import type { Run } from "./runs";

const config = { model: { kind: "sasrec" }, training: { epochs: 4, seed: 1 } } as unknown as RunConfig;

/** A run of 10 steps an epoch at a step, whose loss was 100 / step. */
function runAt(id: number, step: number): Run {
  const steps = Float32Array.from({ length: step }, (_, at) => at + 1);
  return {
    ...{ id, config, epochStarts: [0, 10, 20, 30], base: { epoch: 0, step: 0 }, step, finish: null },
    start: { steps_per_epoch: 10, total_steps: 40, pretraining_epochs: 0 },
    loss: { step: steps, total: steps.map((one) => 100 / one) },
    last: { epoch: Math.ceil(step / 10), step },
  } as unknown as Run;
}

const bytes = (size = 8) => new Uint8Array(size);

describe("models along the way of a run", () => {
  let kept: typeof import("./runSnapshots");
  beforeEach(async () => {
    vi.resetModules();
    kept = await import("./runSnapshots");
  });
  const steps = () => kept.snapshotRuns.value.at(-1)?.snapshots.map(({ step }) => step);

  it("stand where they were taken, with the mean loss since the one before", () => {
    kept.keepSnapshot(runAt(1, 5), null, 4, bytes());
    kept.keepSnapshot(runAt(1, 10), null, 4, bytes());
    const [first, second] = kept.snapshotRuns.value[0]?.snapshots ?? [];
    expect([first?.epoch, second?.epoch]).toEqual([0.5, 1]);
    expect(second?.loss).toBeCloseTo((100 / 6 + 100 / 7 + 100 / 8 + 100 / 9 + 100 / 10) / 5, 4);
  });

  it("are never the same step twice", () => {
    for (const step of [5, 5, 4]) kept.keepSnapshot(runAt(1, step), null, 4, bytes());
    expect(steps()).toEqual([5]);
  });

  it("are a few, evenly spread, the newest among them", () => {
    for (let step = 1; step <= kept.MOST_SNAPSHOTS + 1; step++) kept.keepSnapshot(runAt(1, step), null, 4, bytes());
    expect(steps()).toEqual(Array.from({ length: 13 }, (_, at) => 2 * at + 1));
  });

  it("are fewer where they are large", () => {
    for (let step = 1; step <= 8; step++) kept.keepSnapshot(runAt(1, step), null, 4, bytes(5e6));
    expect(steps()?.length).toBeLessThanOrEqual(5);
    expect(steps()?.at(-1)).toBe(8);
  });

  it("are those of the last three runs", () => {
    for (const id of [1, 2, 3, 4]) kept.keepSnapshot(runAt(id, 5), null, 4, bytes());
    expect(kept.snapshotRuns.value.map(({ id }) => id)).toEqual([2, 3, 4]);
  });
});
