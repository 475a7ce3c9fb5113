import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Truth, TruthRequest } from "../../engine.ts";
import { fakeEngine, fakePage, settle } from "../../state/fakeEngine";
import type { Run } from "../../state/runs";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;
const SOURCES = [{ kind: "item" }, { kind: "attribute", attribute: 0 }];

/** Clicks from `from`, each known by its place. */
function part({ question, from, count }: TruthRequest, of: number): Truth {
  const clicks = Array.from({ length: Math.max(0, Math.min(count, of - from)) }, (_, at) => ({
    ...{ user: from + at, history: [1, 2], item: 3, rule: "chain" as const, back: 1, truth: 1, named: [1], rank: 0 },
  }));
  return { question, sources: [], methods: ["leave_one_out"], clicks };
}

/** What was done to other models than the one that answers. */
let slots: string[] = [];

async function bench({
  which = 620,
  pointed = 70,
  kind = "dif_sr",
  sources = SOURCES,
  origin = "ready",
  /** Of the run that the model comes from. */
  phase = null as Run["phase"] | null,
  seed = 1,
  model = "a",
} = {}) {
  vi.resetModules();
  slots = [];
  const page = await fakePage();
  const measure = await import("./measure");
  const subject = await import("./subject");
  const { run } = await import("../../state/training");
  const requests: TruthRequest[] = [];
  const fake = fakeEngine({
    loadUntrained: ({ from, slot }) => slots.push(`load ${slot} from ${from}`),
    dropModel: ({ slot }) => slots.push(`drop ${slot}`),
    loadModel: ({ slot }) => slots.push(`load ${slot}`),
    truthClicks: () => ({ which, pointed }),
    law: () => ({ layers: 1 }),
    truth: (request) => {
      requests.push(request);
      return part(request, request.question === "which" ? which : pointed);
    },
  });
  await page.connect(fake.client);
  page.open({ ...shop, config: { ...shop.config, seed } }, ["category", "brand", "price band"]);
  const load = (key: string) => {
    page.loaded.value = {
      ...{ key, origin, label: "", bytes: new Uint8Array() },
      summary: { kind, sources, system: { id: key }, config: {} },
    } as unknown as NonNullable<typeof page.loaded.value>;
  };
  const play = (id: number, now: Run["phase"]) =>
    run.put({ id, phase: now, finish: null, config: { training: {} } } as unknown as Run);
  if (phase) play(1, phase);
  load(model);
  const asked = measure.followMeasuring();
  return { page, measure, fake, requests, load, asked, subject, play };
}

async function finish(work: () => boolean) {
  for (let turn = 0; turn < 50 && !work(); turn++) await settle();
}

describe("measuring", () => {
  let now: Awaited<ReturnType<typeof bench>>;
  beforeEach(async () => {
    now = await bench();
    await finish(() => now.measure.isDone.value);
  });

  test("asks 500 clicks of the first question and all of the second, in parts of 50", () => {
    const { measure, requests } = now;
    expect(measure.counted.value).toEqual({ done: 570, of: 570 });
    expect(requests.map(({ question, from, count }) => `${question} ${from} ${count}`)).toEqual([
      ...Array.from({ length: 10 }, (_, at) => `which ${at * 50} 50`),
      "pointed 0 50",
      "pointed 50 20",
    ]);
    expect(measure.answers.which.value?.clicks.map(({ user }) => user)).toEqual(
      Array.from({ length: 500 }, (_, at) => at),
    );
    expect(measure.measurement.value?.law).not.toBeNull();
  });

  test("keeps what was measured by model, and asks nothing twice", async () => {
    const { measure, requests, load } = now;
    load("b");
    expect(measure.answers.which.value).toBeNull();
    await finish(() => measure.isDone.value);
    expect(requests).toHaveLength(24);
    load("a");
    await settle();
    expect(measure.isDone.value).toBe(true);
    expect(requests).toHaveLength(24);
  });
});

describe("measuring in parts", () => {
  test("a question counts once it is whole, or where it was stopped; it goes on from there", async () => {
    const { measure, fake, requests } = await bench();
    fake.hold("truth");
    await settle();
    await finish(() => fake.open("truth").length > 0);
    const first = fake.open("truth")[0];
    first?.answer(part(first.args, 620));
    await settle();
    expect(measure.counted.value).toEqual({ done: 50, of: 570 });
    expect(measure.answers.which.value).toBeNull();
    measure.stopMeasuring();
    expect(fake.open("truth")).toEqual([]);
    expect(measure.answers.which.value?.clicks).toHaveLength(50);
    measure.goOn();
    const next = fake.open("truth")[0];
    expect(next?.args.from).toBe(50);
    expect(requests).toEqual([]);
  });

  test("a model that mixes its sources is asked the first question alone", async () => {
    const { measure, requests } = await bench({ sources: [{ kind: "joint" }] as never });
    await finish(() => measure.isDone.value);
    expect(new Set(requests.map(({ question }) => question))).toEqual(new Set(["which"]));
    expect(measure.measurement.value?.law).toBeNull();
    expect(measure.counted.value).toEqual({ done: 500, of: 500 });
  });

  test("a model in training is measured when the visitor says so", async () => {
    const { measure, requests, subject } = await bench({ origin: "training", phase: "running" });
    await settle();
    expect([subject.isAwaited.value, requests.length]).toEqual([true, 0]);
    measure.measureNow();
    await finish(() => measure.isDone.value);
    expect([measure.isDone.value, subject.isOlder.value]).toEqual([true, false]);
  });

  test("what the visitor has measured is held on to while the run goes on, and asked apart from the model that answers", async () => {
    const { measure, requests, load, fake, subject, play } = await bench({ origin: "training", phase: "running" });
    await settle();
    fake.hold("truth");
    measure.measureNow();
    await finish(() => fake.open("truth").length > 0);
    const [first] = fake.open("truth");
    load("b");
    expect(fake.open("truth"), "the next snapshot calls nothing off").toHaveLength(1);
    expect([first?.args.model, subject.subject.value?.key, subject.isOlder.value]).toEqual(["measured", "a", true]);
    first?.answer(part(first.args, 620));
    await settle();
    expect(measure.counted.value?.done).toBe(50);
    measure.stopMeasuring();
    expect([measure.isStopped.value, subject.isAwaited.value]).toEqual([true, false]);
    measure.measureNow();
    expect([subject.subject.value?.key, measure.isStopped.value]).toEqual(["b", false]);
    expect(requests).toEqual([]);
    play(2, "running");
    expect(subject.isAwaited.value, "another run has not been asked for").toBe(true);
  });

  test("a run that stands still is measured like any model, and its measurement outlasts going on", async () => {
    const { measure, load, subject, play, asked } = await bench({ origin: "training", phase: "paused" });
    await finish(() => measure.isDone.value);
    expect(measure.isDone.value).toBe(true);
    play(1, "running");
    load("b");
    await settle();
    expect([subject.subject.value?.key, measure.isDone.value]).toEqual(["a", true]);
    expect(slots).toEqual(["load measured", "drop measured"]);
    asked.stop();
  });

  test("an engine that says less than it promised is a failure, not a wait without end", async () => {
    const { measure, fake, asked } = await bench();
    fake.hold("truth");
    await finish(() => fake.open("truth").length > 0);
    const first = fake.open("truth")[0];
    first?.answer({ ...part(first.args, 0) });
    await settle();
    expect(asked.failure.value?.detail.code).toBe("unknown");
    expect(measure.isDone.value).toBe(false);
  });

  test("the untrained beginning is asked the same clicks under a name of its own, which is put away again", async () => {
    const { measure, requests, fake } = await bench();
    await finish(() => measure.isDone.value);
    const asked = requests.length;
    measure.followUntrained();
    await finish(() => measure.measurement.value?.untrained != null);
    const again = requests.slice(asked);
    expect(new Set(again.map(({ model }) => model))).toEqual(new Set(["untrained"]));
    const place = ({ question, from, count }: TruthRequest) => `${question} ${from} ${count}`;
    expect(again.map(place)).toEqual(requests.slice(0, asked).map(place));
    expect(fake.asked).toEqual([]);
    expect(measure.measurement.value?.untrained?.map(({ clicks }) => clicks.length)).toEqual([500, 70]);
    expect(slots).toEqual(["load untrained from main", "drop untrained"]);
  });

  test("an untrained beginning that is left half way is put away, too, and one that fails says so and can be asked again", async () => {
    const { measure, fake } = await bench();
    await finish(() => measure.isDone.value);
    const { aborted } = await import("../../worker/failure");
    fake.hold("truth");
    const left = measure.followUntrained();
    await finish(() => fake.open("truth").length > 0);
    left.stop();
    for (const one of fake.asked.splice(0)) one.fail(aborted());
    await settle();
    expect(slots).toEqual(["load untrained from main", "drop untrained"]);

    const failing = measure.followUntrained();
    await finish(() => fake.open("truth").length > 0);
    const [first] = fake.open("truth");
    fake.asked.splice(0);
    first?.answer(part(first.args, 0));
    await settle();
    expect(failing.failure.value?.detail.code).toBe("unknown");
    expect(slots.slice(2)).toEqual(["load untrained from main", "drop untrained"]);
    failing.again();
    await finish(() => fake.open("truth").length > 0);
    expect(slots.slice(4)).toEqual(["load untrained from main"]);
  });

  test("the end of one untrained beginning takes no model from the next", async () => {
    const { measure, fake } = await bench();
    await finish(() => measure.isDone.value);
    const { aborted } = await import("../../worker/failure");
    fake.hold("truth");
    const first = measure.followUntrained();
    await finish(() => fake.open("truth").length > 0);
    first.stop();
    const next = measure.followUntrained();
    for (const one of fake.asked.splice(0)) one.fail(aborted());
    await finish(() => fake.open("truth").length > 0);
    expect(slots).toEqual(["load untrained from main", "load untrained from main"]);
    next.stop();
  });

  test("nothing is asked of data whose process nobody knows", async () => {
    const { page, measure, requests } = await bench();
    await finish(() => measure.isDone.value);
    const before = requests.length;
    page.open({ kind: "files" } as never);
    await settle();
    expect([measure.measurement.value, requests.length]).toEqual([null, before]);
  });
});

describe("what came with the page", () => {
  const first = { seed: 212, model: "ready:dif_sr" };
  const counted = (of: number) => part({ question: "which", from: 0, count: of } as TruthRequest, of);
  const file = {
    ...{ date: "2026-11-30", clicks: { which: 620, pointed: 70 }, law: { layers: 1 } },
    ...{ which: counted(500), pointed: counted(70), untrained: [counted(500), counted(70)] },
  };
  const arriving = (found: typeof file | null) =>
    vi.doMock("../../worker/fetchFile", () => ({
      fetchFile: async () => {
        if (!found) throw new Error("offline");
        return new TextEncoder().encode(JSON.stringify(found));
      },
    }));
  afterEach(() => vi.doUnmock("../../worker/fetchFile"));

  test("stands at once, its untrained beginning, too, and nothing is asked of the engine", async () => {
    arriving(file);
    const { measure, requests } = await bench(first);
    await vi.waitUntil(() => measure.isDone.value);
    expect(measure.measurement.value).toMatchObject({ date: file.date, untrained: file.untrained });
    measure.followUntrained();
    await settle();
    expect([requests, slots]).toEqual([[], []]);
  });

  test("is asked anew of the engine, and that is kept", async () => {
    arriving(file);
    const { measure, requests, load } = await bench(first);
    await vi.waitUntil(() => measure.isDone.value);
    measure.askAnew();
    expect(measure.measurement.value).toBeNull();
    await vi.waitUntil(() => measure.isDone.value);
    expect(measure.measurement.value?.date).toBeUndefined();
    expect(requests).toHaveLength(12);
    for (const model of ["b", first.model]) {
      load(model);
      await vi.waitUntil(() => measure.isDone.value);
    }
    expect(requests).toHaveLength(24);
  });

  test.each([
    ["where it does not arrive", first, null],
    ["for another model", { ...first, model: "a" }, file],
    ["for another shop", { ...first, seed: 211 }, file],
  ])("the engine is asked %s", async (_, of, found) => {
    arriving(found);
    const { measure, requests } = await bench(of);
    await vi.waitUntil(() => measure.isDone.value);
    expect(requests).toHaveLength(12);
  });
});
