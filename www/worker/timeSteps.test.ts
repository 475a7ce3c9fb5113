import { describe, expect, it } from "vitest";
import type { RunConfig } from "../engine.ts";
import { fakeLab, metricsWith, runConfig } from "./fakeLab";
import { timeSteps } from "./timeSteps";

/** A lab whose clock goes on with its work alone: steps take what is given, the first ones ten times as long. */
function clocked({ stepMs = 4, sessionMs = 0.5, epochs = [10], pretraining = 0 } = {}) {
  const lab = fakeLab({ epochs, pretraining });
  const asked: number[] = [];
  const ranked: number[] = [];
  const configs: RunConfig[] = [];
  let clock = 0;
  let taken = 0;
  return {
    asked,
    ranked,
    configs,
    now: () => clock,
    lab: {
      start_training: async (text: string) => {
        taken = 0;
        configs.push(JSON.parse(text));
        return lab.start_training(text, null);
      },
      train_steps: async (n: number) => {
        asked.push(n);
        const reports = await lab.train_steps(n);
        for (const _ of reports) {
          taken += 1;
          clock += taken <= 2 ? 10 * stepMs : stepMs;
        }
        return reports;
      },
      evaluate: async (_: string, sessions: number) => {
        ranked.push(sessions);
        clock += sessions * sessionMs;
        return { ...metricsWith(0.5), sessions };
      },
    },
  };
}

describe("timing steps", () => {
  it("times three, after those that warm up, and the ranking of a session", async () => {
    const { lab, now, asked, ranked } = clocked();
    const timing = await timeSteps(lab, runConfig(), 50, now);
    expect(timing).toEqual({
      training: { stepMs: 4, stepsPerEpoch: 10 },
      pretraining: null,
      sessionMs: 0.5,
      parameters: 7,
      bytes: 28,
    });
    expect(asked.at(-1)).toBe(3);
    expect(ranked.at(-1)).toBe(50);
  });

  it("does not wait long to be warm where steps are slow", async () => {
    const { lab, now, asked } = clocked({ stepMs: 1000 });
    expect((await timeSteps(lab, runConfig(), 1, now)).training.stepMs).toBe(1000);
    expect(asked).toEqual([1, 1, 3]);
  });

  it("takes its steps where the visitor asks for few epochs, and over the end of an epoch", async () => {
    const { lab, now } = clocked({ epochs: [2], stepMs: 1000 });
    const timing = await timeSteps(lab, runConfig({ epochs: 1 }), 1, now);
    expect(timing.training).toEqual({ stepMs: 1000, stepsPerEpoch: 2 });
  });

  it("times the steps of both stages where there are two", async () => {
    const { lab, now, configs } = clocked();
    const config = { ...runConfig(), model: { kind: "s3rec", pretrain_epochs: 3 } } as unknown as RunConfig;
    const timing = await timeSteps(lab, config, 1, now);
    expect(timing.pretraining).toEqual({ stepMs: 4, stepsPerEpoch: 10 });
    expect(timing.training).toEqual({ stepMs: 4, stepsPerEpoch: 10 });
    expect(configs.map(({ model }) => "pretrain_epochs" in model && model.pretrain_epochs)).toEqual([3, 0]);
  });
});
