import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const index = { date: "2026-01-01", systems: [{ id: "dif_sr" }] };

async function fresh(answer: (url: string) => Response) {
  vi.resetModules();
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return answer(url);
  });
  return { ready: await import("./ready"), asked };
}

describe("ready weights", () => {
  let broken: boolean;
  beforeEach(() => {
    broken = false;
  });
  afterEach(() => vi.unstubAllGlobals());
  const answer = (url: string) => {
    if (broken) return new Response("", { status: 503, statusText: "Away" });
    return url.endsWith(".json") ? new Response(JSON.stringify(index)) : new Response(Uint8Array.of(7));
  };

  it("the list and each file are fetched once", async () => {
    const { ready, asked } = await fresh(answer);
    await Promise.all([ready.fetchReadyIndex(), ready.fetchReadyIndex()]);
    expect(ready.readySystems.value.map(({ id }) => id)).toEqual(["dif_sr"]);
    const [first, second] = await Promise.all([ready.readyWeights("dif_sr"), ready.readyWeights("dif_sr")]);
    expect([...first, ...second]).toEqual([7, 7]);
    expect(asked).toHaveLength(2);
  });

  it("every shop has files of its own", async () => {
    const { ready, asked } = await fresh(answer);
    await ready.fetchReadyIndex("brand_loyal");
    expect(ready.readyIndexOf("brand_loyal").value).toBe(ready.readyIndex.value);
    expect(ready.readyIndexOf("department_chains").value).toBeNull();
    await ready.fetchReadyIndex("department_chains");
    expect(ready.readyFailure.value).toBeNull();
    await ready.readyWeights("dif_sr");
    expect(asked[0]).toContain("brand_loyal/index.json");
    expect(asked.at(-1)).toContain("brand_loyal/dif_sr.safetensors");
  });

  it("a file that the page does not have is named", async () => {
    const { ready } = await fresh(answer);
    await expect(ready.readyWeights("no_such_system")).rejects.toThrow("brand_loyal/no_such_system.safetensors");
  });

  it("what did not arrive is said, and asked for again the next time", async () => {
    const { ready, asked } = await fresh(answer);
    broken = true;
    await ready.fetchReadyIndex();
    expect(ready.readyFailure.value).toContain("503 Away");
    await expect(ready.readyWeights("dif_sr")).rejects.toThrow("dif_sr.safetensors: 503 Away");
    broken = false;
    await ready.fetchReadyIndex();
    expect(ready.readyFailure.value).toBeNull();
    expect(await ready.readyWeights("dif_sr")).toHaveLength(1);
    expect(asked).toHaveLength(4);
  });
});
