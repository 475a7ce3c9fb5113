import { beforeEach, describe, expect, it } from "vitest";
import type { DataSource } from "../worker/client";
import { fusionFamily } from "./fusionFamily";
import { choicesFor, offerTrained, type TrainedModel, trainedModels } from "./shelf";

const shop = (seed: number): DataSource => ({ kind: "synthetic", config: { preset: "brand_loyal", seed } });
const files = (): DataSource => ({
  kind: "files",
  name: "a.inter",
  itemName: null,
  log: Uint8Array.of(1),
  keep: {},
});
const ready = [
  { id: "dif_sr", name: "DIF-SR (sum)", shop: "brand_loyal" as const, weights: async () => Uint8Array.of(2) },
];
const trained = (key: string, source: DataSource): TrainedModel => ({
  key,
  system: "sasrec",
  name: "SASRec",
  label: `run ${key}`,
  source,
  bytes: Uint8Array.of(1),
});

describe("models to choose from", () => {
  beforeEach(() => {
    trainedModels.value = [];
  });

  it("are the page's own and those trained on the open data", () => {
    const models = [trained("1", shop(1)), trained("2", shop(2))];
    expect(choicesFor(shop(1), ready, models).map(({ key }) => key)).toEqual(["ready:dif_sr", "trained:1"]);
    expect(choicesFor(shop(2), [], models).map(({ key }) => key)).toEqual(["trained:2"]);
  });

  it("files are the same data only if they are the same files", () => {
    const own = files();
    const models = [trained("1", own)];
    expect(choicesFor(own, [], models)).toHaveLength(1);
    expect(choicesFor(files(), [], models)).toHaveLength(0);
  });

  it("newer weights of a run take the place of its old ones", () => {
    offerTrained(trained("1", shop(1)));
    offerTrained({ ...trained("1", shop(1)), label: "epoch 2" });
    expect(trainedModels.value.map(({ label }) => label)).toEqual(["epoch 2"]);
  });
});

describe("fusion families", () => {
  it("are sum, concat and gate of one model", () => {
    expect(fusionFamily("dif_sr-gate")).toEqual({
      own: "gate",
      systems: { sum: "dif_sr", concat: "dif_sr-concat", gate: "dif_sr-gate" },
    });
    expect(fusionFamily("nova")?.own).toBe("sum");
  });

  it("models of other kinds have none", () => {
    expect([fusionFamily("sasrecf-add"), fusionFamily("dif_bert"), fusionFamily("dif_sr-sigmoid_gate")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
