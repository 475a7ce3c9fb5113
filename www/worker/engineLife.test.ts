import { describe, expect, it, vi } from "vitest";
import type { Lab, ModelSummary } from "../engine.ts";
import { arrives, codeOf, engineBench, fails, OTHER } from "./engineBench";
import { SHOP, SUMMARY } from "./fakeLab";

describe("a crash", () => {
  it("refuses what it interrupts, and data and models are there again", async () => {
    const { client, workers, calls, heard, kill } = engineBench();
    await client.ask("open", OTHER);
    await client.ask("loadModel", { bytes: new Uint8Array(9), slot: "of other data" });
    await client.ask("open", SHOP);
    for (const [length, slot] of [
      [1, "main"],
      [2, "gone"],
      [3, "other"],
      [4, "main"],
    ] as const)
      await client.ask("loadModel", { bytes: new Uint8Array(length), slot });
    await client.ask("dropModel", { slot: "gone" });
    const waiting = codeOf(client.ask("realSession", { seed: 4 }));
    calls.splice(0);
    kill("boom");
    expect(await waiting).toBe("crashed");
    expect(await client.ask("realSession", { seed: 5 })).toMatchObject({ items: [5] });
    expect(calls).toEqual(["open department_chains", "load 4 main", "load 3 other"]);
    expect(heard).toEqual(["boom, started again"]);
    expect(workers.map(({ worker }) => worker.terminated)).toEqual([true, false]);
  });

  it("while an answer comes that nobody waits for any more does not forget what it left behind", async () => {
    let end: () => void = () => undefined;
    const { client, calls, kill } = engineBench({
      answers: {
        load_model: (bytes, slot) =>
          new Promise((resolve) => {
            calls.push(`load ${bytes.length} ${slot}`);
            end = () => resolve({} as ModelSummary);
          }),
      },
    });
    const stop = new AbortController();
    const loading = codeOf(client.ask("loadModel", { bytes: Uint8Array.of(1), slot: "main" }, stop.signal));
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    stop.abort();
    expect(await loading).toBe("aborted");
    end();
    await client.ask("systems", null);
    kill("boom");
    await vi.waitFor(() => expect(calls).toEqual(["load 1 main", "load 1 main"]));
  });

  it("is told as overcome only when the new engine is there and knows its data again", async () => {
    let opened = 0;
    const { client, workers, heard, kill } = engineBench({
      answers: {
        open_synthetic: () => {
          opened += 1;
          if (opened === 2) throw new WebAssembly.RuntimeError("unreachable");
          return SUMMARY;
        },
      },
    });
    await client.ask("open", SHOP);
    kill("one");
    expect(heard).toEqual([]);
    // The second engine dies of the data, the third takes it.
    await vi.waitFor(() => expect(heard).toEqual(["unreachable, started again"]));
    expect(workers).toHaveLength(3);
  });

  it("may come again and again, as long as something was answered in between", async () => {
    const { client, heard, kill } = engineBench();
    for (let time = 0; time < 6; time++) {
      await client.ask("systems", null);
      kill(`crash ${time}`);
    }
    expect(await client.ask("realSession", { seed: 5 })).toMatchObject({ items: [5] });
    expect(heard).toHaveLength(6);
    expect(new Set(heard.map((told) => told.split(", ")[1]))).toEqual(new Set(["started again"]));
  });

  it("of three workers in a row that answered nothing is the end, and is said so", async () => {
    const { client, workers, heard, kill } = engineBench();
    await client.ask("systems", null);
    kill("one", "two", "three", "four");
    expect(workers).toHaveLength(4);
    expect(heard).toEqual(["four, given up"]);
    await expect(client.ask("systems", null)).rejects.toThrow("four");
  });

  it("of an engine that dies of its data again and again ends, too: what it is told anew is no answer", async () => {
    const killer = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
    const answers: Partial<Lab> = { open_synthetic: () => SUMMARY };
    const { client, workers, heard, kill } = engineBench({
      answers: { open_synthetic: (config) => answers.open_synthetic?.(config) ?? SUMMARY },
    });
    await client.ask("open", SHOP);
    answers.open_synthetic = killer;
    kill("first");
    await vi.waitFor(() => expect(heard).toEqual(["unreachable, given up"]));
    expect(workers).toHaveLength(4);
  });
});

describe("an engine that was given up", () => {
  it("starts again when the visitor asks for it, with its data", async () => {
    const { client, calls, heard, kill } = engineBench();
    await client.ask("open", SHOP);
    kill("one", "two", "three", "four");
    calls.splice(0);
    expect(await client.restart()).toMatchObject({ kind: "cpu" });
    expect(await client.ready).toMatchObject({ kind: "cpu" });
    await client.ask("systems", null);
    expect(calls).toEqual(["open department_chains"]);
    expect(heard).toEqual(["four, given up"]);
  });

  it("because its code did not arrive has it fetched again, and progress is told of that fetch, too", async () => {
    const { client, workers, progress, heard } = engineBench({ code: [fails("404"), arrives] });
    const told: number[] = [];
    client.onProgress((received) => told.push(received));
    const waiting = client.ask("catalogue", null);
    await expect(client.ready).rejects.toThrow("404");
    await expect(waiting).rejects.toThrow("404");
    await expect(client.ask("systems", null)).rejects.toThrow("404");
    // Another worker would get no further.
    expect(workers.map(({ worker }) => worker.terminated)).toEqual([true]);
    expect(await client.restart()).toMatchObject({ kind: "cpu" });
    expect(await client.ask("systems", null)).toHaveLength(1);
    for (const tell of progress) tell(7, null);
    expect(told).toEqual([7, 7]);
    expect(heard).toEqual([]);
  });

  it("fails again as it did before where nothing has changed", async () => {
    const { client } = engineBench({ code: [fails("404")] });
    await expect(client.ready).rejects.toThrow("404");
    await expect(client.restart()).rejects.toThrow("404");
  });

  it("is all that restart is for: an engine that runs is left alone", async () => {
    const { client, workers } = engineBench();
    await client.ready;
    await client.restart();
    expect(workers).toHaveLength(1);
  });

  it("tells its progress once, however many workers wait for one fetch", async () => {
    const { client, progress, workers, kill } = engineBench({ code: [() => new Promise(() => undefined)] });
    kill("one", "two");
    // What waits for the code would have asked for it by now.
    await new Promise((resolve) => setTimeout(resolve));
    expect(workers).toHaveLength(3);
    const told: number[] = [];
    client.onProgress((received) => told.push(received));
    for (const tell of progress) tell(7, 9);
    expect(told).toEqual([7]);
  });
});
