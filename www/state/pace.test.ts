import { describe, expect, it } from "vitest";
import { metricsWith } from "../worker/fakeLab";
import { configOf, nameSystems } from "./fakeConfigs";
import { backendFor, faster, newestPaces, type Pace, paceOfRecord, shapeOf, timeOf } from "./pace";
import type { RunRecord } from "./runRecord";

nameSystems();
const USERS = 1000;

const pace = (given: Partial<Pace> = {}): Pace => ({
  device: "cpu",
  at: 1,
  by: "steps",
  training: { stepMs: 5, stepsPerEpoch: 100 },
  pretraining: null,
  sessionMs: 0.5,
  ...given,
});

describe("the time of a run", () => {
  it("is its steps and its rankings, each as long as it was measured", () => {
    const config = configOf("dif_sr", { epochs: 20, eval_every: 3, eval_sessions: 600 });
    // 2,000 steps of 5 ms; rankings after 3, 6, ... 18 and after the last epoch.
    expect(timeOf(pace(), config, USERS)).toBe(2000 * 5 + 7 * 600 * 0.5);
  });

  it("ranks no more sessions than there are, and all of them where the setting is 0", () => {
    const few = (eval_sessions: number) => timeOf(pace(), configOf("sasrec", { epochs: 1, eval_sessions }), 40);
    expect(few(600)).toBe(500 + 40 * 0.5);
    expect(few(0)).toBe(few(600));
    expect(few(10)).toBe(500 + 10 * 0.5);
  });

  it("counts the steps of pre-training at their own pace", () => {
    const config = configOf("s3rec", { epochs: 2, eval_sessions: 10 });
    const timed = pace({ pretraining: { stepMs: 20, stepsPerEpoch: 50 } });
    expect(timeOf(timed, config, USERS)).toBe(20 * 50 * 20 + 2 * 100 * 5 + 2 * 10 * 0.5);
  });
});

describe("the shape of a configuration", () => {
  it("is that of all whose steps cost the same", () => {
    const one = configOf("dif_sr");
    const other = configOf("dif_sr", { seed: 1, epochs: 3, learning_rate: 1, eval_sessions: 0, stopping_step: 0 });
    expect(shapeOf(other)).toBe(shapeOf(one));
  });

  it("is another one where a step costs something else", () => {
    const one = shapeOf(configOf("dif_sr"));
    for (const other of [
      configOf("dif_sr", { train_batch_size: 65 }),
      configOf("dif_sr", { targets: "prefix" }),
      configOf("sasrec"),
    ])
      expect(shapeOf(other)).not.toBe(one);
  });
});

const record = (given: Partial<RunRecord> = {}): RunRecord =>
  ({
    config: configOf("dif_sr"),
    device: "webgpu",
    ended: 99,
    steps: 200,
    stepsPerEpoch: 100,
    msPerStep: 4,
    elapsedMs: 900,
    evaluations: [1, 2].map((epoch) => ({ epoch, step: 100 * epoch, metrics: metricsWith(0.5) })),
    ...given,
  }) as RunRecord;

describe("the pace of a run that is over", () => {
  it("is that of its steps; what is left of its time was ranking", () => {
    // 200 steps of 4 ms, and two rankings of 100 sessions in 100 ms.
    expect(paceOfRecord(record())).toEqual(
      pace({ device: "webgpu", at: 99, by: "run", training: { stepMs: 4, stepsPerEpoch: 100 } }),
    );
  });

  it("gives the run its own time again", () => {
    const config = configOf("dif_sr", { epochs: 2, eval_sessions: 100 });
    const known = paceOfRecord(record({ config }));
    expect(known && timeOf(known, config, USERS)).toBe(900);
  });

  it("is not told by one that was too short, or that has two stages", () => {
    expect(paceOfRecord(record({ steps: 19 }))).toBeNull();
    expect(paceOfRecord(record({ msPerStep: null }))).toBeNull();
    expect(paceOfRecord(record({ config: configOf("s3rec") }))).toBeNull();
  });
});

describe("which device is taken", () => {
  const config = configOf("dif_sr");
  const slow = pace({ device: "webgpu", training: { stepMs: 8, stepsPerEpoch: 100 }, sessionMs: 0 });
  const quick = pace({ sessionMs: 0 });

  it("is the faster one, where both were measured and the visitor leaves it to the page", () => {
    const paces = newestPaces([quick, slow]);
    expect(faster(paces, config, USERS)).toEqual({ device: "cpu", times: 1.6 });
    expect(backendFor("auto", paces, config, USERS)).toBe("cpu");
    const turned = newestPaces([
      { ...quick, device: "webgpu" },
      { ...slow, device: "cpu" },
    ]);
    expect(backendFor("auto", turned, config, USERS)).toBe("webgpu");
  });

  it("is the visitor's own choice, whatever was measured", () => {
    const paces = newestPaces([quick, slow]);
    for (const asked of ["cpu", "webgpu"] as const) expect(backendFor(asked, paces, config, USERS)).toBe(asked);
  });

  it("is the trainer's choice where one was not measured", () => {
    for (const known of [[], [quick], [slow]]) {
      expect(faster(newestPaces(known), config, USERS)).toBeNull();
      expect(backendFor("auto", newestPaces(known), config, USERS)).toBe("auto");
    }
  });

  it("goes by the newest measurement of each", () => {
    const newer = { ...quick, at: 5, training: { stepMs: 50, stepsPerEpoch: 100 } };
    for (const all of [
      [quick, newer, slow],
      [newer, quick, slow],
    ])
      expect(backendFor("auto", newestPaces(all), config, USERS)).toBe("webgpu");
  });
});
