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

describe("ready models", () => {
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
    await Promise.all([ready.fetchReadyIndex("brand_loyal"), ready.fetchReadyIndex("brand_loyal")]);
    expect(ready.readySystemsOf("brand_loyal").map(({ id }) => id)).toEqual(["dif_sr"]);
    const [first, second] = await Promise.all([
      ready.readyModel("dif_sr", "brand_loyal"),
      ready.readyModel("dif_sr", "brand_loyal"),
    ]);
    expect([...first, ...second]).toEqual([7, 7]);
    expect(asked).toHaveLength(2);
  });

  it("a model is on its way from the moment it is asked for until it is here", async () => {
    const { ready } = await fresh(answer);
    const coming = ready.readyModel("dif_sr", "brand_loyal");
    expect(ready.modelProgress.value).toEqual({ received: 0, total: null });
    await coming;
    expect(ready.modelProgress.value).toBeNull();
  });

  it("every shop has files of its own", async () => {
    const { ready, asked } = await fresh(answer);
    await ready.fetchReadyIndex("brand_loyal");
    expect(ready.readyIndexOf("brand_loyal").value).toEqual(index);
    expect(ready.readyIndexOf("department_chains").value).toBeNull();
    await ready.fetchReadyIndex("department_chains");
    expect(ready.readyIndexOf("department_chains").value).toEqual(index);
    await ready.readyModel("dif_sr", "brand_loyal");
    await ready.readyModel("dif_sr", "department_chains");
    expect(asked.map((url) => url.split("/").slice(-2).join("/"))).toEqual([
      "brand_loyal/index.json",
      "department_chains/index.json",
      "brand_loyal/dif_sr.safetensors",
      "department_chains/dif_sr.safetensors",
    ]);
  });

  it("a file that the page does not have is named", async () => {
    const { ready } = await fresh(answer);
    await expect(ready.readyModel("no_such_system", "brand_loyal")).rejects.toThrow(
      "brand_loyal/no_such_system.safetensors",
    );
  });

  it("a list that is none is said, not kept", async () => {
    let text = "{ cut off";
    const { ready } = await fresh(() => new Response(text));
    await ready.fetchReadyIndex("brand_loyal");
    expect(ready.readyFailureOf("brand_loyal").value).not.toBeNull();
    text = JSON.stringify(index);
    await ready.fetchReadyIndex("brand_loyal");
    expect(ready.readySystemsOf("brand_loyal")).toHaveLength(1);
    expect(ready.readyFailureOf("brand_loyal").value).toBeNull();
  });

  it("what did not arrive is said, and asked for again the next time", async () => {
    const { ready, asked } = await fresh(answer);
    broken = true;
    await ready.fetchReadyIndex("brand_loyal");
    expect(ready.readyFailureOf("brand_loyal").value?.detail).toMatchObject({ code: "not_found", status: 503 });
    await expect(ready.readyModel("dif_sr", "brand_loyal")).rejects.toMatchObject({ detail: { code: "not_found" } });
    broken = false;
    await ready.fetchReadyIndex("brand_loyal");
    expect(ready.readyFailureOf("brand_loyal").value).toBeNull();
    expect(await ready.readyModel("dif_sr", "brand_loyal")).toHaveLength(1);
    expect(asked).toHaveLength(4);
  });
});
