import { describe, expect, it } from "vitest";
import type { ModelSummary } from "../engine.ts";
import { arrives, codeOf, engineBench } from "./engineBench";
import { SHOP, SUMMARY } from "./fakeLab";

describe("a question to the engine", () => {
  it("is answered with the value and its time", async () => {
    const { client } = engineBench();
    expect(await client.ready).toMatchObject({ kind: "cpu" });
    const { value, ms } = await client.ask("predict", { items: [2, 1], k: 10, exclude_seen: false });
    expect(value.ranks).toEqual(Uint32Array.of(2, 1));
    expect(ms).toBeGreaterThanOrEqual(0);
  });

  it("that comes before the engine's code waits for it", async () => {
    let arrive = () => {};
    const coming = new Promise<WebAssembly.Module>((resolve) => {
      arrive = () => arrives().then(resolve);
    });
    const { client, calls } = engineBench({ code: [() => coming] });
    const opened = client.ask("open", SHOP);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls).toEqual([]);
    arrive();
    expect(await opened).toEqual(SUMMARY);
  });

  it("that the engine refuses is refused by code, and the engine lives on", async () => {
    const { client, heard } = engineBench();
    expect(await codeOf(client.ask("explain", { items: [1] }))).toBe("not_ready");
    expect(await client.ask("systems", null)).toMatchObject([{ id: "dif_sr" }]);
    expect(heard).toEqual([]);
  });

  it("can be called off", async () => {
    const { client, calls } = engineBench({ code: [() => new Promise(() => undefined)] });
    const stop = new AbortController();
    const asked = client.ask("open", SHOP, stop.signal);
    stop.abort();
    expect(await codeOf(asked)).toBe("aborted");
    expect(calls).toEqual([]);
  });
});

describe("a model's file", () => {
  it("is copied, not taken", async () => {
    const { client, calls } = engineBench();
    const bytes = Uint8Array.of(1, 2, 3);
    await client.ask("loadModel", { bytes, slot: "main" });
    expect(calls).toEqual(["load 3 main"]);
    expect(bytes).toHaveLength(3);
  });

  it("that the engine refuses stops nothing, and the model before it stays", async () => {
    const refusal = { code: "weights", tensor: "item.weight", found: "NaN", expected: "finite numbers" };
    const { client, kill, calls, heard } = engineBench({
      answers: {
        load_model: async (bytes, slot) => {
          if (bytes.length === 9) throw Object.assign(new Error("item.weight holds NaN"), { detail: refusal });
          calls.push(`load ${bytes.length} ${slot}`);
          return {} as ModelSummary;
        },
      },
    });
    await client.ask("loadModel", { bytes: Uint8Array.of(1), slot: "main" });
    expect(await codeOf(client.ask("loadModel", { bytes: new Uint8Array(9), slot: "main" }))).toBe("weights");
    expect(heard).toEqual([]);
    kill("boom");
    await client.ask("systems", null);
    expect(calls).toEqual(["load 1 main", "load 1 main"]);
  });
});
