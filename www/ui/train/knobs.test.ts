import { describe, expect, test } from "vitest";
import type { DifSrConfig, RunConfig } from "../../engine.ts";
import { FURTHER, type Knob, type KnobId, SIMPLE } from "./knobs";

const model: DifSrConfig = {
  kind: "dif_sr",
  hidden_size: 32,
  inner_size: 32,
  n_layers: 2,
  n_heads: 4,
  max_length: 20,
  fusion: "sum",
  mask_before_fusion: false,
  attributes: [
    { attribute_hidden_size: 16, pooling: "sum", lambda: 10 },
    { attribute_hidden_size: 16, pooling: "sum", lambda: 10 },
  ],
  freeze_attribute_tables: false,
  attribute_table_std: 1,
  hidden_dropout_prob: 0.2,
  attn_dropout_prob: 0.1,
  layer_norm_eps: 1e-12,
  initializer_range: 0.02,
};
const config: RunConfig = {
  model,
  training: {
    learning_rate: 0.003,
    train_batch_size: 64,
    epochs: 20,
    targets: "every_position",
    seed: 212,
    eval_every: 1,
    stopping_step: 10,
    eval_sessions: 600,
  },
};

function knob<Kind extends Knob["kind"]>(id: KnobId, kind: Kind): Extract<Knob, { kind: Kind }> {
  const found = [...SIMPLE, ...FURTHER].find((one) => one.id === id);
  if (found?.kind !== kind) throw new Error(`${id} is no ${kind}`);
  return found as Extract<Knob, { kind: Kind }>;
}

describe("settings", () => {
  test("every setting reads what it wrote and changes nothing else", () => {
    const written = knob("learning_rate", "number").write(config, 0.01);
    expect(knob("learning_rate", "number").read(written)).toBe(0.01);
    expect({ ...written, training: config.training }).toEqual(config);
  });

  test("lambda is one setting for all attributes", () => {
    const written = knob("lambda", "number").write(config, 5);
    expect(written.model.kind === "dif_sr" && written.model.attributes.map((one) => one.lambda)).toEqual([5, 5]);
  });

  test("a fusion that looks ahead takes prefixes, and sum goes back to every position", () => {
    const fusion = knob("fusion", "choice");
    const gated = fusion.write(config, "gate");
    expect(gated.training.targets).toBe("prefix");
    const masked = knob("targets", "choice").write(gated, "every_position_masked");
    expect(masked.training.targets).toBe("every_position");
    expect(masked.model.kind === "dif_sr" && masked.model.mask_before_fusion).toBe(true);
    expect(knob("targets", "choice").read(masked)).toBe("every_position_masked");
    expect(fusion.write(masked, "sum").training.targets).toBe("every_position");
  });

  test("every position is refused exactly where a slot could see its own answer", () => {
    const { refused } = knob("targets", "choice");
    const concat = knob("fusion", "choice").write(config, "concat");
    expect(refused?.(config, "every_position")).toBe(false);
    expect(refused?.(concat, "every_position")).toBe(true);
    expect(refused?.(concat, "every_position_masked")).toBe(false);
    expect(refused?.(config, "every_position_masked")).toBe(true);
  });

  test("heads always divide the width", () => {
    const narrow = knob("hidden_size", "list").write(config, 8);
    expect(8 % (knob("n_heads", "list").read(narrow) ?? 0)).toBe(0);
    expect(knob("n_heads", "list").values(narrow)).toEqual([1, 2, 4, 8]);
  });

  test("models share the settings that they share, under their own place", () => {
    const gru = {
      ...config,
      model: { kind: "gru4rec", embedding_size: 8, hidden_size: 16, max_length: 5, dropout_prob: 0 },
    };
    const recurrent = gru as RunConfig;
    expect(knob("n_heads", "list").read(recurrent)).toBeNull();
    const wider = knob("hidden_size", "list").write(recurrent, 32);
    expect(wider.model).toEqual({ ...gru.model, hidden_size: 32 });
    expect(knob("dropout_prob", "number").read(knob("dropout_prob", "number").write(wider, 0.3))).toBe(0.3);
    const icai = { ...config, model: { kind: "icai", lambda: 2 } } as RunConfig;
    expect(knob("lambda", "number").write(icai, 7).model).toEqual({ kind: "icai", lambda: 7 });
  });

  test("a fusion is offered and taken only where the model has it", () => {
    const fusion = knob("fusion", "choice");
    const early = { ...config, model: { kind: "sasrecf", fusion: "concat" } } as RunConfig;
    expect(fusion.values(early)).toEqual(["concat", "add"]);
    expect(fusion.write(early, "add").model).toMatchObject({ fusion: "add" });
    expect(fusion.write(early, "gate")).toBe(early);
  });

  test("a model that is trained in one way only has no choice of targets", () => {
    const targets = knob("targets", "choice");
    expect(targets.read({ ...config, training: { ...config.training, targets: "cloze" } })).toBeNull();
    expect(targets.read({ ...config, model: { kind: "caser" } } as RunConfig)).toBeNull();
    expect(targets.read(config)).toBe("every_position");
  });

  test("a model without attributes has no attribute settings and keeps the others", () => {
    const { attributes, fusion, freeze_attribute_tables, attribute_table_std, ...rest } = model;
    const sasrec: RunConfig = { ...config, model: { ...rest, kind: "sasrec" } };
    const all = [...SIMPLE, ...FURTHER];
    const lost = all.filter((one) => one.read(config) !== null && one.read(sasrec) === null).map((one) => one.id);
    expect(lost).toEqual([
      "fusion",
      "lambda",
      "attribute_hidden_size",
      "pooling",
      "freeze_attribute_tables",
      "attribute_table_std",
    ]);
    expect(all.filter((one) => one.read(config) === null && one.read(sasrec) !== null)).toEqual([]);
  });
});
