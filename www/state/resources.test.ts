import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DataSource } from "../worker/client";
import { fakeEngine, settle } from "./fakeEngine";

const other = { kind: "shop", config: { preset: "department_chains", seed: 3 } } as const;
const bytesOf = (id: string) => new TextEncoder().encode(id);

async function bench() {
  vi.resetModules();
  const state = await import("./current");
  const engine = await import("./engine");
  const opened = await import("./opened");
  const shelf = await import("./shelf");
  const resources = await import("./resources");
  const { notices } = await import("./notices");
  const facts = await import("./shopFacts");
  const { sourceOf } = await import("./ownData");
  const { WorkerFailure } = await import("../worker/client");
  vi.stubGlobal("fetch", async (url: string) => {
    const id = /([\w-]+)\.safetensors/.exec(url)?.[1] ?? "none";
    return id === "none" ? new Response("", { status: 404 }) : new Response(bytesOf(id));
  });
  facts.rememberShop("brand_loyal", { examples: [{ id: "a", items: [1, 2] }] });
  const loads: string[] = [];
  const opens: DataSource[] = [];
  let refuse: InstanceType<typeof WorkerFailure> | null = null;
  let hasDied = false;
  /** Of the next catalogue alone. */
  let missing: InstanceType<typeof WorkerFailure> | null = null;
  const fake = fakeEngine({
    open: (source: DataSource) => {
      opens.push(source);
      if (refuse) throw refuse;
      return { name: JSON.stringify(source) };
    },
    catalogue: () => {
      const failure = missing;
      missing = null;
      if (failure) throw failure;
      return { attributes: [], items: Array.from({ length: 10 }, () => ({})) };
    },
    floors: () => ({}),
    loadModel: ({ bytes }) => {
      const id = new TextDecoder().decode(bytes);
      if (id === "mortal" && !hasDied) {
        hasDied = true;
        throw new WorkerFailure("gone", { code: "crashed", message: "gone" });
      }
      if (id === "broken") throw new WorkerFailure("wrong shape", { code: "unknown", message: "wrong shape" });
      loads.push(id);
      return { system: { id }, config: {}, sources: [] };
    },
  });
  const stop = resources.followResources();
  await engine.connect(fake.client);
  await settle();
  const refuseOpening = (failure: InstanceType<typeof WorkerFailure> | null) => {
    refuse = failure;
  };
  const refuseCatalogue = (failure: InstanceType<typeof WorkerFailure>) => {
    missing = failure;
  };
  const trained = (system: string, source: DataSource | null, of: { readonly score?: number } = {}) => {
    if (!source) throw new Error("no such data");
    shelf.offerTrained({ key: system, system, name: system, label: "run 1", source, bytes: bytesOf(system), ...of });
  };
  return {
    ...state,
    ...opened,
    ...resources,
    notices,
    engine,
    fake,
    loads,
    opens,
    refuseOpening,
    refuseCatalogue,
    trained,
    sourceOf,
    stop,
    WorkerFailure,
  };
}

/** A host that has two ready models for every shop. */
function withReadyModels() {
  vi.stubGlobal("fetch", async (url: string) =>
    url.includes("index")
      ? new Response(JSON.stringify({ systems: ["dif_sr", "sasrec"].map((id) => ({ id, name: id })) }))
      : new Response(bytesOf("sasrec")),
  );
  return import("./ready");
}

describe("data and models follow the state", () => {
  let now: Awaited<ReturnType<typeof bench>>;
  beforeEach(async () => {
    now = await bench();
  });
  afterEach(() => {
    now.stop();
    vi.unstubAllGlobals();
  });

  it("the first shop opens, begins with its example, and its model answers", () => {
    expect(now.openData.value?.key).toEqual(now.current.data.value);
    expect([now.session.value, now.current.session.value]).toEqual([[1, 2], null]);
    expect([now.loaded.value?.key, now.loaded.value?.origin]).toEqual(["ready:dif_sr", "ready"]);
    expect(now.engine.engine.value.phase).toBe("ready");
  });

  it("a patch that names other data opens it, whoever sets it, and takes along what meant the old", async () => {
    now.set({ pinned: [1], focus: { row: 0, column: 0 }, k: 20 });
    now.set({ data: other });
    await settle();
    expect(now.openData.value?.key).toEqual(other);
    expect([now.session.value, now.current.pinned.value, now.current.focus.value]).toEqual([[], null, null]);
    expect([now.current.k.value, now.model.value]).toEqual([20, null]);
  });

  it("a patch may bring the session that belongs to its data; ids that the data has not are left out and named", async () => {
    now.set({ data: other, session: [3, 99, 4], pinned: [98, 99] });
    await settle();
    expect([now.session.value, now.current.pinned.value]).toEqual([[3, 4], null]);
    expect(now.notices.value).toEqual([{ kind: "dropped", parts: ["s=99", "base=98.99"] }]);
  });

  it("data that cannot be opened leaves everything as it was, and the reason", async () => {
    now.dispatch({ type: "add", item: 5 });
    const before = now.experiment.value;
    now.refuseOpening(new now.WorkerFailure("no", { code: "not_ready", what: "data" }));
    now.set({ data: other });
    await settle();
    expect(now.dataFailure.value?.message).toBe("no");
    expect(now.experiment.value).toEqual(before);
    expect(now.engine.engine.value.phase).toBe("ready");
  });

  it("data opened at the visitor's wish keeps the session until it is open", async () => {
    now.refuseOpening(new now.WorkerFailure("no", { code: "not_ready", what: "data" }));
    await expect(now.openAtWish(other)).rejects.toThrow("no");
    expect(now.session.value).toEqual([1, 2]);
    now.refuseOpening(null);
    await now.openAtWish(other);
    expect([now.session.value, now.current.data.value]).toEqual([[], other]);
  });

  it("data whose catalogue does not come leaves the engine with what is on screen", async () => {
    const first = now.current.data.value;
    now.refuseCatalogue(new now.WorkerFailure("gone", { code: "crashed", message: "gone" }));
    now.opens.splice(0);
    await expect(now.openAtWish(other)).rejects.toThrow("gone");
    await settle();
    expect(now.opens).toEqual([now.sourceOf(other), now.sourceOf(first)]);
    expect(now.openData.value?.key).toEqual(first);
  });

  it("the last of two openings counts", async () => {
    const third = { kind: "shop", config: { preset: "side_information_useless", seed: 1 } } as const;
    now.set({ data: other });
    now.set({ data: third });
    await settle();
    expect(now.openData.value?.key).toEqual(third);
  });

  it("back to what is open while other data is being opened: the engine is led back, too", async () => {
    const first = now.current.data.value;
    now.opens.splice(0);
    now.set({ data: other });
    now.set({ data: first });
    await settle();
    expect(now.opens).toEqual([now.sourceOf(other), now.sourceOf(first)]);
    expect([now.openData.value?.key, now.dataFailure.value]).toEqual([first, null]);
    expect(now.loaded.value?.key).toBe("ready:dif_sr");
    expect(now.engine.engine.value.phase).toBe("ready");
  });

  it("another ready model is loaded, once its list is here", async () => {
    const ready = await withReadyModels();
    now.set({ model: "sasrec" });
    await ready.fetchReadyIndex("brand_loyal");
    await settle();
    expect([now.loaded.value?.key, now.loads.at(-1)]).toEqual(["ready:sasrec", "sasrec"]);
  });

  it("a model trained here answers under its key; on other data the newest one that fits does, without being asked for", async () => {
    now.trained("nova", now.source.value);
    now.set({ model: "trained:nova" });
    await settle();
    expect([now.loaded.value?.origin, now.loaded.value?.label]).toEqual(["kept", "run 1"]);
    now.set({ data: other });
    await settle();
    expect(now.model.value).toBeNull();
    now.trained("sasrec", now.sourceOf(other));
    await settle();
    expect(now.loaded.value?.key).toBe("trained:sasrec");
  });

  it("of compared models the winner answers unasked, whichever came last; a newer one by itself comes before it", async () => {
    now.set({ data: other });
    await settle();
    const data = now.sourceOf(other);
    now.trained("dif_sr", data, { score: 0.4 });
    now.trained("sasrecf", data, { score: 0.3 });
    await settle();
    expect(now.loaded.value?.key).toBe("trained:dif_sr");
    now.trained("nova", data);
    await settle();
    expect(now.loaded.value?.key).toBe("trained:nova");
  });

  it("newer weights under the key that answers take its place", async () => {
    const source = now.source.value;
    now.trained("nova", source);
    now.set({ model: "trained:nova" });
    await settle();
    const shelf = await import("./shelf");
    if (!source) throw new Error("no data");
    shelf.offerTrained({
      key: "nova",
      system: "nova",
      name: "nova",
      label: "run 2",
      source,
      bytes: bytesOf("newer"),
    });
    await settle();
    expect([now.loads.at(-1), now.loaded.value?.label]).toEqual(["newer", "run 2"]);
  });

  it("another shop chosen while a ready model is on its way: the shop's own model comes", async () => {
    const second = { kind: "shop", config: { preset: "department_chains", seed: 212 } } as const;
    now.fake.hold("loadModel");
    const ready = await withReadyModels();
    now.set({ model: "sasrec" });
    await Promise.all([ready.fetchReadyIndex("brand_loyal"), ready.fetchReadyIndex("department_chains")]);
    await settle();
    const [old] = now.fake.open("loadModel");
    await now.openAtWish(second);
    await settle();
    expect(old?.signal?.aborted).toBe(true);
    const [fresh] = now.fake.open("loadModel");
    old?.fail(new now.WorkerFailure("called off", { code: "aborted" }));
    fresh?.answer({ system: { id: "sasrec" }, config: {}, sources: [] });
    await settle();
    expect([now.loaded.value?.key, now.openData.value?.key]).toEqual(["ready:sasrec", second]);
  });

  it("a model that does not load says so, and the old one goes on answering", async () => {
    now.trained("broken", now.source.value);
    now.set({ model: "trained:broken" });
    await settle();
    expect(now.modelFailure.value?.failure.message).toBe("wrong shape");
    expect(now.loaded.value?.key).toBe("ready:dif_sr");
  });

  it("a model on whose way in the engine died is given to the one that comes after it", async () => {
    now.trained("mortal", now.openData.value?.source ?? null);
    now.set({ model: "trained:mortal" });
    await settle();
    expect(now.modelFailure.value).toBeNull();
    expect([now.loads.at(-1), now.loaded.value?.key]).toEqual(["mortal", "trained:mortal"]);
  });

  it("snapshots of a run answer one after another, until the run is over with and its best does", async () => {
    const live = await import("./liveModel");
    now.set({ model: live.NEWEST });
    await settle();
    expect(now.loaded.value?.key).toBe("ready:dif_sr");
    live.newestModel.put({ epoch: 1, step: 10, label: "epoch 1", bytes: bytesOf("one") });
    await settle();
    live.newestModel.put({ epoch: 2, step: 20, label: "epoch 2", bytes: bytesOf("two") });
    await settle();
    expect([now.loads.slice(-2), now.loaded.value?.label]).toEqual([["one", "two"], "epoch 2"]);
    live.bestModel.put({ epoch: 1, step: 10, label: "epoch 1", bytes: bytesOf("one") });
    now.set({ model: live.BEST });
    await settle();
    expect(now.loaded.value?.label).toBe("epoch 1");
  });

  it("of snapshots that come faster than they load, those that wait are called off", async () => {
    const live = await import("./liveModel");
    const slow = fakeEngine();
    now.engine.client.value = slow.client;
    now.set({ model: live.NEWEST });
    for (const [step, text] of ["one", "two", "three"].entries()) {
      live.newestModel.put({ epoch: 1, step, label: text, bytes: bytesOf(text) });
      await settle();
    }
    expect(slow.open("loadModel").map(({ args }) => new TextDecoder().decode(args.bytes))).toEqual(["three"]);
  });

  it("a quiz that a link names is drawn: its session, and its hidden item", async () => {
    now.set({ quiz: { seed: 7, target: 0, revealed: true } });
    const [question] = now.fake.open("realSession");
    question?.answer({ items: [4, 5], target: 6 });
    await settle();
    expect(now.session.value).toEqual([4, 5]);
    expect(now.current.quiz.value).toEqual({ seed: 7, target: 6, revealed: true });
  });
});
