import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Floors } from "../../../engine.ts";
import { fakeEngine, fakePage } from "../../../state/fakeEngine";
import type { NewRecord } from "../../../state/runRecord";
import { at, configOf, systems } from "./fakeRuns";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;

async function page() {
  vi.resetModules();
  const store = await fakePage();
  const content = await import("../../../content");
  await content.loadWords(["compare", "train"]);
  const history = await import("../../../state/runHistory");
  const { defaultConfig } = await import("../../../state/defaultConfigs");
  const { fetchSystems } = await import("../../../state/systems");
  const verdict = await import("./compareVerdict");
  const { planned } = await import("../../../state/compareChoice");
  const floors = {
    ceiling: at(0.4),
    markov: at(0.2),
    windowed_markov: at(0.25),
    popularity: at(0.1),
    item_cosine: at(0.15),
  };
  const engine = fakeEngine({
    systems: () => systems,
    defaultConfig: ({ system: id }) => configOf(id),
    floors: () => floors,
  });
  store.client.value = engine.client;
  store.open(shop);
  store.floors.put({ valid: floors as Floors, test: floors as Floors });
  await fetchSystems();
  await Promise.all(systems.map(({ id }) => defaultConfig(id)));
  await history.prepareHistory();
  await vi.waitFor(() => expect(planned.value).toHaveLength(3));
  await vi.waitFor(() => expect(history.openIdentity.value).not.toBeNull());
  const finish = (id: string, value: number) =>
    history.addRecord(
      {
        ...{ id, ended: Date.now(), data: history.openIdentity.peek() ?? "", system: id, name: id.toUpperCase() },
        ...{ config: configOf(id), evaluations: [], best: null, test: at(value) },
      } as unknown as NewRecord,
      null,
    );
  return { ...verdict, finish, useLanguage: content.useLanguage };
}

describe("the verdict in one text", () => {
  let it: Awaited<ReturnType<typeof page>>;
  beforeEach(async () => {
    it = await page();
  });

  test("is empty before the first result", () => {
    expect(it.verdictInWords()).toBe("");
  });

  test("says who leads, who cannot be told apart, and how everybody stands to the best floor", async () => {
    await it.finish("dif_sr", 0.3);
    await it.finish("sasrecf", 0.29);
    await it.finish("sasrec", 0.26);
    expect(it.verdictInWords()).toBe(
      "DIF_SR has the highest test NDCG@10. It is above SASREC. It cannot be told apart from SASRECF: their intervals " +
        "overlap. DIF_SR reaches 75\u00a0% of the best possible. Clearly above the best floor, windowed Markov: " +
        "DIF_SR and SASRECF. Cannot be told apart from it: SASREC.",
    );
  });

  test("says of those clearly below the best floor that they are", async () => {
    await it.finish("dif_sr", 0.217);
    await it.finish("sasrecf", 0.214);
    expect(it.verdictInWords()).toMatch(/All are clearly below the best floor, windowed Markov\.$/);
    await it.finish("sasrec", 0.24);
    expect(it.verdictInWords()).toMatch(
      /Cannot be told apart from the best floor, windowed Markov: SASREC\. Clearly below it: DIF_SR and SASRECF\.$/,
    );
  });

  test("leaves no place unfilled in either language", async () => {
    await it.finish("dif_sr", 0.3);
    await it.finish("sasrecf", 0.1);
    for (const language of ["en", "ko"] as const) {
      await it.useLanguage(language);
      expect(it.verdictInWords()).toMatch(/DIF_SR/);
      expect(it.verdictInWords()).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe("the verdict in one line", () => {
  test("has the highest value first, and who is not told apart from it; many are counted", async () => {
    const it = await page();
    expect(it.verdictInShort()).toBe("");
    await it.finish("dif_sr", 0.3);
    expect(it.verdictInShort()).toBe("Test NDCG@10: DIF_SR .300.");
    await it.finish("sasrecf", 0.2);
    expect(it.verdictInShort()).toBe("Highest test NDCG@10: DIF_SR .300, above all others.");
    await it.finish("sasrec", 0.299);
    expect(it.verdictInShort()).toBe("Highest test NDCG@10: DIF_SR .300, not told apart from SASREC.");
    await it.useLanguage("ko");
    expect(it.verdictInShort()).not.toMatch(/[{}]|undefined/);
  });
});
