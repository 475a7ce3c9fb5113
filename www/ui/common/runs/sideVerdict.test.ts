import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeEngine, fakePage } from "../../../state/fakeEngine";
import type { NewRecord } from "../../../state/runRecord";
import { at, configOf, systems } from "./fakeRuns";

const files = { kind: "files", name: "log.csv", itemName: null, log: new Uint8Array([1]), keep: {} } as const;

async function page(attributes: readonly string[] = ["genre"]) {
  vi.resetModules();
  const store = await fakePage();
  const content = await import("../../../content");
  await content.loadWords(["compare"]);
  const history = await import("../../../state/runHistory");
  const side = await import("../../../state/sideInformation");
  const { prepareComparison } = await import("../../../state/compare");
  const { failures } = await import("../../../state/compareResults");
  const { phase } = await import("../../../state/compareRun");
  const { current, set } = await import("../../../state/current");
  const { sideSentences } = await import("./sideVerdict");
  const { WorkerFailure } = await import("../../../worker/client");
  const engine = fakeEngine({ systems: () => systems, defaultConfig: ({ system: id }) => configOf(id) });
  store.client.value = engine.client;
  store.open(files, attributes);
  // What is found of them is found before anything is trained: this trainer is never started.
  prepareComparison({
    connect: () => expect.unreachable("a trainer"),
    offer: () => undefined,
    label: () => "",
  });
  await side.prepareSideInformation();
  await vi.waitFor(() => expect(history.openIdentity.value).not.toBeNull());
  const finish = (system: string, seed: number, value: number) =>
    history.addRecord(
      {
        ...{ id: `${system} ${seed}`, ended: 1, data: history.openIdentity.peek() ?? "", system },
        ...{ name: system.toUpperCase(), config: configOf(system, seed), evaluations: [], best: null, test: at(value) },
      } as unknown as NewRecord,
      null,
    );
  const finishAll = async (having: readonly number[], lacking: readonly number[]) => {
    for (const [index, value] of having.entries()) await finish("dif_sr", 7 + index, value);
    for (const [index, value] of lacking.entries()) await finish("sasrec", 7 + index, value);
  };
  const fail = (run: string) =>
    failures.put(new Map([[run, new WorkerFailure("no", { code: "unknown", message: "no" })]]));
  return { ...side, sideSentences, finish, finishAll, fail, phase, current, set, useLanguage: content.useLanguage };
}

describe("whether side information helps", () => {
  let it: Awaited<ReturnType<typeof page>>;
  beforeEach(async () => {
    it = await page();
  });

  test("says before the start how many runs say it, with three seeds each, or with more where more are chosen", () => {
    expect(it.sideSentences()).toEqual([
      "6 runs say whether side information helps here: DIF-SR, which has it, against SASRec, which has not, 3 seeds each.",
    ]);
    it.set({ wish: { ...it.current.wish.peek(), seeds: 5 } });
    expect(it.sideSentences()[0]).toMatch(/^10 runs .* 5 seeds each\.$/);
  });

  test("says how far the runs are, and how many failed", async () => {
    await it.finish("dif_sr", 7, 0.3);
    await it.finish("sasrecf", 7, 0.3);
    expect(it.sideSentences()[0]).toMatch(/not known yet: 1 of 6 runs are finished\.$/);
    it.set({ wish: { ...it.current.wish.peek(), systems: ["dif_sr", "sasrec"], seeds: 3 } });
    it.phase.value = "training";
    expect(it.sideSentences()[0]).toMatch(/1 of 6 runs are finished; the answer stands here after the last\.$/);
    it.phase.value = "idle";
    it.fail("sasrec 8");
    expect(it.sideSentences()[0]).toMatch(/cannot be said: 1 of 6 runs failed\.$/);
  });

  test("says above, below or cannot be told by the rule of intervals, with the difference and its error", async () => {
    await it.finishAll([0.3, 0.31, 0.32], [0.2, 0.2, 0.2]);
    // Error of the first: root of .005² + .01² / 3; of the difference: with .005² of the second.
    expect(it.sideSentences()).toEqual([
      "Side information helps here: test NDCG@10 with it (DIF_SR) is above that without it (SASREC), .310 against .200: " +
        "+.110 ± .009 (one error over 3 seeds and 100 test sessions).",
      "That is this data, these settings and 3 seeds.",
    ]);
    it = await page();
    await it.finishAll([0.2, 0.2, 0.2], [0.3, 0.3, 0.3]);
    expect(it.sideSentences()[0]).toMatch(/^Side information does not help here: .* is below .* −\.100 ± \.007 /);
    it = await page();
    await it.finishAll([0.31, 0.31, 0.31], [0.3, 0.3, 0.3]);
    expect(it.sideSentences()[0]).toMatch(
      /cannot be told: .* overlap, .*\+\.010 ± \.007 .*a difference counts from \.020 on\.$/,
    );
  });

  test("leaves nothing unsaid in Korean", async () => {
    await it.useLanguage("ko");
    expect(it.sideSentences()[0]).toMatch(/실행 6개/);
    await it.finishAll([0.31, 0.31, 0.31], [0.3, 0.3, 0.3]);
    expect(it.sideSentences().join(" ")).toMatch(/DIF_SR.*\.310 대 \.300.*\.020/);
    expect(it.sideSentences().join(" ")).not.toMatch(/undefined|[{}]/);
  });
});

describe("the question", () => {
  test("stands where both are compared with three seeds, and never without an attribute", async () => {
    const it = await page();
    const wish = it.current.wish.peek();
    expect(it.isAsked.value).toBe(false);
    it.set({ wish: { ...wish, seeds: 3 } });
    expect(it.isAsked.value).toBe(true);
    it.set({ wish: { ...wish, seeds: 3, systems: ["dif_sr", "sasrecf"] } });
    expect(it.isAsked.value).toBe(false);
    const plain = await page([]);
    plain.set({ wish: { ...wish, seeds: 3 } });
    expect([plain.hasAttributes.value, plain.isAsked.value]).toEqual([false, false]);
  });

  test("chooses the two with three seeds and keeps the budget; what is trained is not trained again", async () => {
    const it = await page();
    await it.finishAll([0.3, 0.3, 0.3], [0.3, 0.3, 0.3]);
    it.set({ wish: { ...it.current.wish.peek(), epochs: 2, targets: "prefix" } });
    await it.askSideInformation();
    const { systems: chosen, seeds, epochs, targets } = it.current.wish.value;
    expect([chosen, seeds, epochs, targets]).toEqual([["dif_sr", "sasrec"], 3, 2, "prefix"]);
    expect(it.phase.value).toBe("idle");
  });
});
