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
    open: () => ({ name: "shop" }),
    catalogue: () => ({ attributes: [], items: [] }),
    floors: () => ({}),
    dropModel: () => null,
    loadModel: ({ bytes }) => ({ system: { id: "sasrec", name: new TextDecoder().decode(bytes) } }),
  });
  const stop = resources.followResources();
  await page.connect(fake.client);
  await settle();
  const open = (name: string, text: string) => files.openModelFile(name, bytesOf(text));
  return { ...page, ...files, current, trainedModels, open, stop };
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
});
