import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeEngine, fakePage, settle } from "./fakeEngine";

const bytesOf = (id: string) => new TextEncoder().encode(id);

async function bench() {
  vi.resetModules();
  const page = await fakePage();
  const { current } = await import("./current");
  const { trainedModels } = await import("./shelf");
  const files = await import("./modelFile");
  const resources = await import("./resources");
  vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
  const facts = await import("./shopFacts");
  facts.rememberShop("brand_loyal", { examples: [{ id: "a", items: [1, 2] }] });
  const fake = fakeEngine({
    open: (source) => ({ name: source.kind === "files" ? "log" : "Shop: brand loyal" }),
    catalogue: () => ({ attributes: [], items: [] }),
    floors: () => ({}),
    dropModel: () => null,
    // A file of the test is its name and, after a bar, the data it was trained on.
    loadModel: ({ bytes }) => {
      const [name, data] = new TextDecoder().decode(bytes).split("|");
      return { system: { id: "sasrec", name }, trained: data === undefined ? null : { data } };
    },
  });
  const stop = resources.followResources();
  await page.connect(fake.client);
  await settle();
  const open = (name: string, text: string) => files.openModelFile(name, bytesOf(text));
  const openLog = async () => {
    const { keepFiles } = await import("./ownData");
    const own = { kind: "files", name: "log.inter", itemName: null, log: Uint8Array.of(1), keep: {} } as const;
    await resources.openAtWish(keepFiles(own));
    await settle();
  };
  const openOrAsk = async (text: string) => {
    const ask = vi.fn();
    await files.openOrAsk("m.safetensors", bytesOf(text), ask);
    return ask.mock.calls.length > 0 ? "asks" : (page.model.value?.system.name ?? null);
  };
  return { ...page, ...files, openOrAsk, openLog, current, trainedModels, open, stop };
}

describe("a model from a file", () => {
  let now: Awaited<ReturnType<typeof bench>>;
  beforeEach(async () => {
    now = await bench();
  });
  afterEach(() => {
    now.stop();
    vi.unstubAllGlobals();
  });

  it("answers, and so does another one of the same name, which is told apart on the shelf", async () => {
    expect((await now.open("m.safetensors", "one"))?.system.name).toBe("one");
    expect((await now.open("m.safetensors", "two"))?.system.name).toBe("two");
    expect(now.model.value?.system.name).toBe("two");
    expect(now.trainedModels.value.map(({ label }) => label)).toEqual(["m.safetensors", "m.safetensors (2)"]);
  });

  it("that is opened twice is one model", async () => {
    await now.open("m.safetensors", "one");
    await now.open("m.safetensors", "two");
    expect((await now.open("m.safetensors", "one"))?.system.name).toBe("one");
    expect(now.trainedModels.value).toHaveLength(2);
    expect(now.model.value?.system.name).toBe("one");
  });

  it("that was trained on another shop is refused, though its tables fit", async () => {
    expect(await now.open("m.safetensors", "one|Shop: department chains")).toBeNull();
    expect(now.fileFailure.value?.failure.detail).toEqual({
      code: "other_data",
      found: "Shop: department chains",
      expected: "Shop: brand loyal",
    });
    expect([now.trainedModels.value, now.current.model.value]).toEqual([[], "dif_sr"]);
  });

  it("of a shop is refused on a log, and one of a log on a shop", async () => {
    expect(await now.open("m.safetensors", "one|log")).toBeNull();
    await now.openLog();
    expect(await now.open("m.safetensors", "one|Shop: brand loyal")).toBeNull();
    expect(now.fileFailure.value?.failure.detail.code).toBe("other_data");
  });

  it("that leaves open which data it belongs to is asked about; one that names the open data answers", async () => {
    expect(await now.openOrAsk("one")).toBe("asks");
    expect(await now.openOrAsk("one|Shop: brand loyal")).toBe("one");
    await now.openLog();
    expect(await now.openOrAsk("two|renamed")).toBe("asks");
    expect(await now.openOrAsk("two|log")).toBe("two");
  });

  it("that is empty says so before the engine is asked", async () => {
    expect(await now.open("m.safetensors", "")).toBeNull();
    expect(now.fileFailure.value?.failure.detail.code).toBe("empty_file");
  });
});
