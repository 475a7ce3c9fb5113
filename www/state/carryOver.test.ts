import { beforeAll, describe, expect, test } from "vitest";
import type { RunConfig } from "../engine.ts";
import { carryOver } from "./carryOver";
import { configOf, nameSystems } from "./fakeConfigs";

beforeAll(nameSystems);

function changed(config: RunConfig, model: object, training: Partial<RunConfig["training"]> = {}): RunConfig {
  return { model: { ...config.model, ...model } as RunConfig["model"], training: { ...config.training, ...training } };
}

describe("another model", () => {
  test("has its own defaults where the visitor changed nothing", () => {
    const before = configOf("dif_sr");
    expect(carryOver(before, before, configOf("caser", { learning_rate: 0.1 }))).toEqual(
      configOf("caser", { learning_rate: 0.1 }),
    );
  });

  test("keeps what the visitor set and both have", () => {
    const before = configOf("sasrec");
    const visitor = changed(before, { hidden_size: 64, n_heads: 8 }, { seed: 7, epochs: 3 });
    const next = carryOver(visitor, before, configOf("fdsa"));
    expect(next).toEqual(changed(configOf("fdsa"), { hidden_size: 64, n_heads: 8 }, { seed: 7, epochs: 3 }));
  });

  test("takes a setting of each attribute as its own, and the other way round", () => {
    const icai = configOf("icai");
    const dif = carryOver(changed(icai, { lambda: 3 }), icai, configOf("dif_sr"));
    expect(dif.model).toMatchObject({ attributes: [{ lambda: 3 }, { lambda: 3 }] });
    expect(carryOver(dif, configOf("dif_sr"), icai).model).toMatchObject({ lambda: 3 });
  });

  test("leaves out what it has not or may not have", () => {
    const before = configOf("dif_sr");
    const visitor = changed(before, { max_length: 100, n_layers: 5, fusion: "gate" }, { targets: "prefix" });
    expect(carryOver(visitor, before, configOf("caser"))).toEqual(configOf("caser"));
    const nova = carryOver(visitor, before, configOf("nova"));
    expect(nova.model).toMatchObject({ max_length: 100, n_layers: 5, fusion: "sum" });
    expect(nova.training.targets).toBe("prefix");
    expect(carryOver(visitor, before, configOf("bert4rec")).training.targets).toBe("cloze");
  });
});
