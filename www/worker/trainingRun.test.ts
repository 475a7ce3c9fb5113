import { describe, expect, it, vi } from "vitest";
import { type FakeLab, fakeLab, runConfig } from "./fakeLab";
import type { Checkpoint, RunEvent } from "./protocol";
import { messageTurn } from "./rpc";
import { TrainingRun } from "./trainingRun";

interface Setup {
  from?: Checkpoint | null;
  lab?: FakeLab;
  epochs?: number;
  stopping_step?: number;
  eval_every?: number;
  limitMs?: number | null;
  /** Milliseconds that pass at every look at the clock. */
  tick?: number;
}

async function prepare({
  lab = fakeLab(),
  epochs = 2,
  stopping_step = 0,
  eval_every = 1,
  limitMs = null,
  tick = 1,
  from = null,
}: Setup = {}) {
  const config = runConfig({ epochs, stopping_step, eval_every });
  const start = from ? lab.resume_run(from.bytes) : await lab.start_training(JSON.stringify(config));
  const events: RunEvent[] = [];
  let clock = 0;
  const run = new TrainingRun(
    lab,
    { runId: 7, start, training: config.training, from: from?.place ?? null, isKept: true, limitMs },
    {
      tell: (event) => events.push(event),
      now: () => {
        clock += tick;
        return clock;
      },
      yieldToMessages: messageTurn,
    },
  );
  const ended = run.drive();
  const of = <T extends RunEvent["type"]>(type: T) =>
    events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
  const steps = () => of("steps").flatMap(({ reports }) => reports.map(({ step }) => step));
  return { run, ended, events, of, steps };
}

describe("a training run", () => {
  it("rests until it is told to play", async () => {
    const { run, ended, steps, of } = await prepare();
    await run.pause();
    expect(steps()).toEqual([]);
    expect(of("phase").map(({ phase }) => phase)).toEqual(["paused"]);
    await run.stop();
    await ended;
  });

  it("tells every step once, in order, and ends with the epochs", async () => {
    const { run, ended, steps, of } = await prepare();
    run.play();
    await ended;
    expect(steps()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(of("finished")).toEqual([{ type: "finished", runId: 7, reason: "epochs", epoch: 2, step: 20 }]);
    expect(of("metrics").map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(of("first_step")).toHaveLength(1);
  });

  it("a single step is one step, with a snapshot, then rest", async () => {
    const { run, ended, steps, of } = await prepare();
    run.step();
    await messageTurn();
    await run.pause();
    expect(steps()).toEqual([1]);
    expect(of("snapshot")).toMatchObject([{ step: 1, best: false }]);
    await run.stop();
    await ended;
    expect(of("finished")).toMatchObject([{ reason: "stopped", step: 1 }]);
  });

  it("is written down when it rests, and every five seconds of its own time", async () => {
    const { run, ended, of } = await prepare({ tick: 900 });
    run.play();
    await ended;
    const steps = of("checkpoint").map(({ place }) => place.step);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    const paused = await prepare();
    paused.run.step();
    await messageTurn();
    await paused.run.pause();
    await paused.run.pause();
    expect(paused.of("checkpoint").map(({ place }) => place.step)).toEqual([1]);
    await paused.run.stop();
    await paused.ended;
  });

  it("goes on from any place as if it had never stopped: the same steps, evaluations, best ones and end", async () => {
    const recalls = [0.1, 0.4, 0.3, 0.35, 0.2, 0.1];
    const setup = { epochs: 6, stopping_step: 2 };
    const told = ({ events }: { events: readonly RunEvent[] }) =>
      events.flatMap((event) => {
        if (event.type === "steps") return event.reports.map(({ step, epoch }) => `step ${step} of ${epoch}`);
        if (event.type === "metrics") return [`epoch ${event.epoch}: ${event.metrics.kept.recall[2]}`];
        if (event.type === "snapshot" && event.best) return [`best ${event.epoch}`];
        return event.type === "finished" ? [`${event.reason} ${event.step}`] : [];
      });
    const whole = await prepare({ lab: fakeLab({ recalls }), ...setup });
    whole.run.play();
    await whole.ended;
    expect(told(whole).at(-1)).toBe("no_gain 50");

    // Written down after every ask, it goes on from each of these places.
    const noted = await prepare({ lab: fakeLab({ recalls }), ...setup, tick: 6000 });
    noted.run.play();
    await noted.ended;
    const places = noted.of("checkpoint");
    expect(places.length).toBeGreaterThan(4);
    for (const checkpoint of places) {
      const at = noted.events.indexOf(checkpoint);
      const again = await prepare({ lab: fakeLab({ recalls }), ...setup, from: checkpoint });
      again.run.play();
      await again.ended;
      expect([...told({ events: noted.events.slice(0, at) }), ...told(again)]).toEqual(told(whole));
    }
  });

  it("a pause takes effect after the step under way", async () => {
    const lab = fakeLab({ stepMs: 5 });
    const { run, ended, steps } = await prepare({ lab, tick: 50 });
    run.play();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await run.pause();
    const before = steps().length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(before).toBeGreaterThan(0);
    expect(steps()).toHaveLength(before);
    run.play();
    await ended;
    expect(steps()).toHaveLength(20);
  });

  it("the first step on a GPU is called compiling", async () => {
    const { run, ended, of } = await prepare({ lab: fakeLab({ kind: "webgpu" }) });
    run.play();
    await ended;
    expect(of("phase").map(({ phase }) => phase)).toEqual([
      "compiling",
      "running",
      "evaluating",
      "running",
      "evaluating",
      // Only the engine knows that the last epoch was the last step: it is asked once more.
      "running",
      "finished",
    ]);
  });

  it("hands the engine's rule all that it may go by", async () => {
    const handed: unknown[] = [];
    const lab = { ...fakeLab({ recalls: [0.1, 0.3] }), early_stop: () => ({ record: noting }) };
    function noting(...args: unknown[]) {
      handed.push(args);
      return { best: handed.length === 1, stop: false };
    }
    const { run, ended, of } = await prepare({ lab });
    run.play();
    await ended;
    const { k, recall, ndcg, mrr } = of("metrics")[1]?.metrics.kept ?? {};
    expect(handed[1]).toEqual([k, recall, ndcg, mrr]);
    expect(of("snapshot").filter(({ best }) => best)).toMatchObject([{ epoch: 1 }]);
  });

  it("marks the best evaluation and stops for want of a gain", async () => {
    const lab = fakeLab({ recalls: [0.1, 0.3, 0.2, 0.2, 0.2] });
    const { run, ended, of } = await prepare({ lab, epochs: 9, stopping_step: 1 });
    run.play();
    await ended;
    expect(of("snapshot").map(({ best }) => best)).toEqual([true, true, false, false]);
    expect(of("finished")).toMatchObject([{ reason: "no_gain", epoch: 4 }]);
  });

  it("ends when its time is up, counted over what it ran before it was written down", async () => {
    const first = await prepare({ epochs: 100, tick: 10, limitMs: 1000 });
    first.run.play();
    await first.ended;
    expect(first.of("finished")).toMatchObject([{ reason: "time" }]);
    expect(first.of("phase").at(-1)).toMatchObject({ phase: "finished" });
    const whole = first.of("steps").at(-1)?.elapsedMs ?? 0;
    expect(whole).toBeGreaterThanOrEqual(900);
    expect(whole).toBeLessThan(1100);

    const lab = fakeLab();
    const broken = await prepare({ lab, epochs: 100, tick: 10 });
    broken.run.step();
    await vi.waitFor(() => expect(broken.of("checkpoint")).toHaveLength(1));
    const [kept] = broken.of("checkpoint");
    if (!kept) throw new Error("nothing was written down");
    await broken.run.stop();
    const place = { ...kept.place, runningMs: 990 };
    const second = await prepare({ lab, epochs: 100, tick: 10, limitMs: 1000, from: { ...kept, place } });
    second.run.play();
    await second.ended;
    expect(second.of("finished")).toMatchObject([{ reason: "time" }]);
    expect(second.steps().length).toBeLessThan(first.steps().length / 4);
  });

  it("evaluates every so many epochs and at the end", async () => {
    const { run, ended, of } = await prepare({ epochs: 5, eval_every: 2 });
    run.play();
    await ended;
    expect(of("metrics").map(({ epoch }) => epoch)).toEqual([2, 4, 5]);
  });

  it.each([
    ["in big asks", 1],
    ["step by step", 100],
  ])("evaluates every epoch once though they differ by a step, %s", async (_, tick) => {
    const lab = fakeLab({ epochs: [10, 9, 11, 10], recalls: [0.1, 0.2, 0.3, 0.4] });
    const { run, ended, of, steps } = await prepare({ lab, epochs: 4, tick });
    run.play();
    await ended;
    expect(of("metrics").map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    // What is kept as the best is named by the epoch that was ranked, though the first step of the next may be in it.
    const best = of("snapshot").filter(({ best }) => best);
    expect(best.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(steps()).toHaveLength(40);
  });

  it("a run that ends for want of a gain ends with the epoch that had none, though the next has begun", async () => {
    const lab = fakeLab({ epochs: [10, 9, 8, 10], recalls: [0.3, 0.2] });
    const { run, ended, of } = await prepare({ lab, epochs: 9, stopping_step: 1, tick: 100 });
    run.play();
    await ended;
    expect(of("finished")).toMatchObject([{ reason: "no_gain", epoch: 3 }]);
  });

  it.each([
    ["in big asks", 1],
    ["step by step", 100],
  ])("pre-training is neither evaluated nor stopped, and training may have longer epochs, %s", async (_, tick) => {
    const lab = fakeLab({ epochs: [3, 2, 15], pretraining: 2, recalls: [0.2, 0.1] });
    const { run, ended, of, steps } = await prepare({ lab, epochs: 2, stopping_step: 1, tick });
    run.play();
    await ended;
    expect(of("metrics").map(({ epoch }) => epoch)).toEqual([3, 4]);
    // Only the engine knows how long the first epoch of training is: its end may show in the number of the next.
    const [first, second] = of("metrics").map(({ step }) => step);
    expect([20, 21]).toContain(first);
    expect(second).toBe(35);
    expect(of("snapshot").filter(({ best }) => best)).toMatchObject([{ step: first }]);
    expect(steps()).toHaveLength(35);
    expect(of("finished")).toMatchObject([{ reason: "epochs", epoch: 4 }]);
  });

  it("evaluations are counted from the end of pre-training", async () => {
    const { run, ended, of } = await prepare({ lab: fakeLab({ pretraining: 3 }), epochs: 5, eval_every: 2 });
    run.play();
    await ended;
    expect(of("metrics").map(({ epoch }) => epoch)).toEqual([5, 7, 8]);
  });

  it("sends a snapshot for every two seconds of running", async () => {
    const { run, ended, of } = await prepare({ tick: 500, eval_every: 100 });
    run.play();
    await ended;
    expect(of("snapshot").length).toBeGreaterThanOrEqual(4);
    expect(of("snapshot").at(-1)).toMatchObject({ step: 20 });
  });

  it("tells steps at most ten times a second", async () => {
    const { run, ended, of } = await prepare({ epochs: 30, eval_every: 100, tick: 4 });
    run.play();
    await ended;
    const elapsed = of("steps").at(-1)?.elapsedMs ?? 0;
    expect(of("steps").length).toBeLessThan(elapsed / 40 + 4);
    expect(of("steps").flatMap(({ reports }) => reports)).toHaveLength(300);
  });

  it("an engine that refuses ends the drive with its error", async () => {
    const lab = { ...fakeLab(), train_steps: () => Promise.reject(new Error("diverged")) };
    const { run, ended } = await prepare({ lab });
    const outcome = ended.catch((thrown: Error) => thrown.message);
    run.play();
    expect(await outcome).toBe("diverged");
    await run.stop();
  });
});
