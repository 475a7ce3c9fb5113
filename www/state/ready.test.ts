import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const index = { date: "2026-01-01", seed: 1, systems: [{ id: "dif_sr" }], floors: {} };

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
