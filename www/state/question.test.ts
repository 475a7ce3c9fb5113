import { signal } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeEngine, settle } from "./fakeEngine";

async function bench() {
  vi.resetModules();
  const { client } = await import("./engine");
  const { question } = await import("./question");
  const { WorkerFailure } = await import("../worker/client");
  const engine = fakeEngine();
  const wanted = signal<number | null>(1);
  const may = signal(true);
  const seeds = question("realSession", () => (wanted.value === null ? null : { seed: wanted.value }), {
    when: () => may.value,
  });
  const crashed = () => new WorkerFailure("gone", { code: "crashed", message: "gone" });
  return { client, engine, wanted, may, seeds, crashed, WorkerFailure };
}

describe("a question", () => {
  let now: Awaited<ReturnType<typeof bench>>;
  beforeEach(async () => {
    now = await bench();
  });

  it("waits for the engine, and follows what it reads", async () => {
    const { client, engine, seeds, wanted } = now;
    expect([engine.asked.length, seeds.pending.value]).toEqual([0, true]);
    client.value = engine.client;
    expect(engine.asked.map(({ args }) => args)).toEqual([{ seed: 1 }]);
    engine.asked[0]?.answer("one");
    await settle();
    expect([seeds.value.value, seeds.pending.value]).toEqual(["one", false]);
    wanted.value = 2;
    expect([seeds.value.value, seeds.pending.value]).toEqual(["one", true]);
    engine.asked[1]?.answer("two");
    await settle();
    expect(seeds.value.value).toBe("two");
  });

  it("is called off when another takes its place, and only the last one counts", async () => {
    const { client, engine, seeds, wanted } = now;
    client.value = engine.client;
    wanted.value = 2;
    expect(engine.asked[0]?.signal?.aborted).toBe(true);
    engine.asked[1]?.answer("two");
    await settle();
    engine.asked[0]?.answer("one, late");
    await settle();
    expect(seeds.value.value).toBe("two");
  });

  it("has no value when nothing is asked", async () => {
    const { client, engine, seeds, wanted } = now;
    client.value = engine.client;
    engine.asked[0]?.answer("one");
    await settle();
    wanted.value = null;
    expect([seeds.value.value, seeds.pending.value]).toEqual([null, false]);
  });

  it("keeps what was answered while it may not ask", async () => {
    const { client, engine, seeds, wanted, may } = now;
    client.value = engine.client;
    engine.asked[0]?.answer("one");
    await settle();
    may.value = false;
    wanted.value = 2;
    expect([engine.asked.length, seeds.value.value, seeds.pending.value]).toEqual([1, "one", true]);
    may.value = true;
    expect(engine.asked).toHaveLength(2);
  });

  it("is asked once more after a crash, and not a third time", async () => {
    const { client, engine, seeds, crashed } = now;
    client.value = engine.client;
    engine.asked[0]?.fail(crashed());
    await settle();
    expect([engine.asked.length, seeds.failure.value]).toEqual([2, null]);
    engine.asked[1]?.fail(crashed());
    await settle();
    expect([engine.asked.length, seeds.failure.value?.message, seeds.pending.value]).toEqual([2, "gone", false]);
    seeds.again();
    engine.asked[2]?.answer("one");
    await settle();
    expect([seeds.value.value, seeds.failure.value]).toEqual(["one", null]);
  });

  it("keeps the old answer beside the reason why there is no new one", async () => {
    const { client, engine, seeds, wanted, WorkerFailure } = now;
    client.value = engine.client;
    engine.asked[0]?.answer("one");
    await settle();
    wanted.value = 2;
    engine.asked[1]?.fail(new WorkerFailure("no", { code: "not_ready", what: "data" }));
    await settle();
    expect([seeds.value.value, seeds.failure.value?.message]).toEqual(["one", "no"]);
  });

  it("asks nothing any more once it is stopped", () => {
    const { client, engine, seeds, wanted } = now;
    client.value = engine.client;
    seeds.stop();
    wanted.value = 2;
    expect(engine.asked.map(({ signal: { aborted } = new AbortController().signal }) => aborted)).toEqual([true]);
  });
});
