import { describe, expect, it, vi } from "vitest";
import type { RunConfig } from "../engine.ts";
import { WorkerFailure } from "./failure";
import { anew, type FakeLab, fakeLab, runConfig, SHOP } from "./fakeLab";
import { FILES, trainerBench } from "./trainerBench";
import type { TrainerLab } from "./trainerHost";

async function started(lab: TrainerLab, config: RunConfig = runConfig()) {
  const all = trainerBench(lab);
  await all.client.open(SHOP, "cpu");
  const run = await all.client.start(anew(config));
  return { ...all, run };
}

describe("the trainer's client", () => {
  it("opens files with what the engine wants", async () => {
    const lab: FakeLab = fakeLab();
    const { client } = trainerBench(lab);
    expect(await client.open(FILES, "auto")).toEqual({
      device: { kind: "cpu", name: "cpu", detail: "" },
      gpu: { usable: true, name: "card", fallback: false },
    });
    expect(lab.calls).toEqual(["open ml.inter"]);
    if (FILES.kind === "files") expect(FILES.log.byteLength).toBeGreaterThan(0);
  });

  it("runs to the end and tells it", async () => {
    const { client, events, until, run } = await started(fakeLab());
    expect(run.start.total_steps).toBe(20);
    client.play();
    await until("finished");
    expect(events.at(-1)).toEqual({ type: "finished", runId: run.runId, reason: "epochs", epoch: 2, step: 20 });
  });

  it("a start before any data is refused by code", async () => {
    const { client } = trainerBench();
    await expect(client.start(anew(runConfig()))).rejects.toMatchObject({ detail: { code: "not_ready" } });
  });

  it("a warm start hands the weights on", async () => {
    const lab = fakeLab();
    const { client } = trainerBench(lab);
    await client.open(SHOP, "cpu");
    await client.start(anew(runConfig(), Uint8Array.of(1, 2)));
    expect(lab.calls).toContain("start from 2");
  });

  it("weights of a run that is over are ranked by a run that takes no step", async () => {
    const lab = fakeLab({ recalls: [0.25] });
    const { client, events } = trainerBench(lab);
    await client.open(SHOP, "cpu");
    const metrics = await client.judge(runConfig(), Uint8Array.of(1, 2, 3), "test", 0);
    expect(metrics.kept.recall).toEqual([0, 0, 0.25]);
    expect(lab.calls.slice(1)).toEqual(["start from 3", "evaluate test 0"]);
    expect(events).toEqual([]);
  });

  it("ranking before any data is refused by code", async () => {
    const { client } = trainerBench();
    const judged = client.judge(runConfig(), Uint8Array.of(1), "test", 0);
    await expect(judged).rejects.toMatchObject({ detail: { code: "not_ready" } });
  });

  it("a graceful stop tells the end once", async () => {
    const { client, events } = await started(fakeLab({ stepMs: 2 }), runConfig({ epochs: 1000 }));
    client.play();
    await new Promise((resolve) => setTimeout(resolve, 10));
    await client.stop();
    expect(events.filter(({ type }) => type === "finished")).toMatchObject([{ reason: "stopped" }]);
  });

  it("a step that never ends is ended with its worker", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const hung: TrainerLab = { ...fakeLab(), train_steps: () => new Promise(() => undefined) };
      const { client, events, pairs } = await started(hung);
      client.play();
      const stopped = client.stop();
      await vi.advanceTimersByTimeAsync(2000);
      await stopped;
      expect(pairs[0]?.worker.terminated).toBe(true);
      expect(events.at(-1)).toMatchObject({ type: "finished", reason: "stopped" });
    } finally {
      vi.useRealTimers();
    }
  });

  it("after an ended worker the next start opens the data again", async () => {
    const labs: FakeLab[] = [];
    const { client, pairs } = trainerBench(() => {
      const lab = fakeLab();
      labs.push(lab);
      return lab;
    });
    await client.open(SHOP, "cpu");
    pairs[0]?.fireError("gone");
    await client.start(anew(runConfig()));
    expect(labs[1]?.calls.map((call) => call.split(" ")[0])).toEqual(["open", "start"]);
  });

  it("a crash rejects what waits, and names its run and device after all that the run has told", async () => {
    const { client, events, pairs, until, run } = await started(fakeLab());
    client.step();
    await until("snapshot");
    pairs[0]?.fireError("lost");
    expect(events.at(-1)).toMatchObject({ type: "crashed", runId: run.runId, device: "cpu" });
    const waiting = client.start(anew(runConfig())).catch((thrown) => thrown);
    pairs[1]?.fireError("lost again");
    expect(await waiting).toBeInstanceOf(WorkerFailure);
  });

  it("a run whose engine refuses is a crash with the engine's words", async () => {
    const { client, events, until } = await started({
      ...fakeLab(),
      train_steps: () => Promise.reject(new Error("The loss is not a number.")),
    });
    client.play();
    await until("crashed");
    expect(events.at(-1)).toMatchObject({ failure: { message: "Error: The loss is not a number." } });
  });
});
