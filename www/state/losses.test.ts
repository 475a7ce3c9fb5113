import { describe, expect, test } from "vitest";
import type { RunConfig, StepReport } from "../engine.ts";
import { Columns } from "./columns";
import { openRun, type Run, reduceRun } from "./runs";

const values = (column: Float32Array) => Array.from(column);

describe("columns", () => {
  test("are values: what was read stays as it was, whatever is added to it", () => {
    const one = Columns.empty(["a"]).grown(2, { a: (row) => row });
    const two = one.grown(1, { a: () => 9 });
    const three = one.grown(1, { a: () => 7 });
    expect([one, two, three].map((table) => values(table.column("a")))).toEqual([
      [0, 1],
      [0, 1, 9],
      [0, 1, 7],
    ]);
  });

  test("a column that comes later has no numbers before, one that is left out has none then", () => {
    const table = Columns.empty(["a"])
      .grown(1, { a: () => 1 })
      .grown(1, { b: () => 2 });
    expect([values(table.column("a")), values(table.column("b"))]).toEqual([
      [1, Number.NaN],
      [Number.NaN, 2],
    ]);
    expect(values(table.column("c"))).toEqual([]);
  });

  test("what is cut off is written anew, and is still there in what was not cut", () => {
    const whole = Columns.empty(["a"]).grown(3, { a: (row) => row });
    const cut = whole.firstRows(1).grown(1, { a: () => 8 });
    expect([values(whole.column("a")), values(cut.column("a"))]).toEqual([
      [0, 1, 2],
      [0, 8],
    ]);
  });
});

const STEPS = 20_000;
/** Ten events a second at 70 steps a second. */
const AT_ONCE = 7;
const ATTRIBUTES = ["category", "brand", "price"];

function longRun(): Run {
  const config = { model: { kind: "dif_sr" }, training: { epochs: STEPS / 50 } } as unknown as RunConfig;
  const start = { steps_per_epoch: 50, total_steps: STEPS, pretraining_epochs: 0, parameters: 1, bytes: 1 };
  return openRun({ id: 1, config, start, device: { kind: "cpu", name: "", detail: "" }, attributes: ATTRIBUTES });
}

function report(step: number): StepReport {
  const epoch = Math.ceil(step / 50);
  return { step, epoch, total: 5, item: 4, attributes: [1, 2, 3], extra: [], targets: 8, stage: "training" };
}

describe("a run of 20,000 steps", () => {
  test("holds a few bytes a step, and copies what it holds only when its memory is full", () => {
    let run = longRun();
    let events = 0;
    let copies = 0;
    let copied = 0;
    for (let step = 1; step <= STEPS; step += AT_ONCE) {
      const before = run.loss;
      const reports = Array.from({ length: Math.min(AT_ONCE, STEPS - step + 1) }, (_, index) => report(step + index));
      run = reduceRun(run, { type: "steps", runId: 1, reports, stepsPerSecond: 70, elapsedMs: step });
      events += 1;
      const isCopy = before.total.buffer !== run.loss.total.buffer;
      copies += isCopy ? 1 : 0;
      copied += isCopy ? before.bytes : 0;
    }
    const numbers = 3 + ATTRIBUTES.length;
    expect(run.loss.length).toBe(STEPS);
    expect(events).toBeGreaterThan(2800);
    expect(copies).toBeLessThanOrEqual(Math.ceil(Math.log2(STEPS / 256)));
    expect(run.loss.bytes / STEPS, "bytes a step").toBeLessThanOrEqual(2 * 4 * numbers);
    expect(copied, "bytes copied in the whole run").toBeLessThanOrEqual(run.loss.bytes);
  });

  test("an event that begins no epoch leaves its epochs as they are", () => {
    const run = reduceRun(longRun(), {
      type: "steps",
      runId: 1,
      reports: [report(1)],
      stepsPerSecond: 1,
      elapsedMs: 1,
    });
    const next = reduceRun(run, { type: "steps", runId: 1, reports: [report(2)], stepsPerSecond: 1, elapsedMs: 2 });
    expect(next.epochStarts).toBe(run.epochStarts);
  });
});
