import { beforeAll, describe, expect, test } from "vitest";
import { train } from "../content/en/train";
import type { DifSrConfig, ModelConfig, RunConfig } from "../engine.ts";
import { configOf, KINDS, MODELS, nameSystems } from "./fakeConfigs";
import type { Knob, KnobId } from "./knobKinds";
import { FURTHER, knobsOf, SIMPLE } from "./knobs";

const ALL: readonly Knob[] = [...SIMPLE, ...FURTHER];
let config: RunConfig;
beforeAll(() => {
  nameSystems();
  config = configOf("dif_sr");
});

function knob<Kind extends Knob["kind"]>(id: KnobId, kind: Kind): Extract<Knob, { kind: Kind }> {
  const found = ALL.find((one) => one.id === id);
  if (found?.kind !== kind) throw new Error(`${id} is no ${kind}`);
  return found as Extract<Knob, { kind: Kind }>;
}

const modelIds = (kind: ModelConfig["kind"]) =>
  ALL.filter((one) => one.read(configOf(kind)) !== null && !(one.id in configOf(kind).training)).map(({ id }) => id);

describe("settings", () => {
  test.each(KINDS)("%s: five or six of them are always open, the others are behind a press", (kind) => {
    const config = configOf(kind);
    const { row, others } = knobsOf(config);
    expect(row.length).toBeGreaterThanOrEqual(5);
    expect(row.length).toBeLessThanOrEqual(6);
    const all = ALL.filter((one) => one.read(config) !== null).map(({ id }) => id);
    expect([...row, ...others].map(({ id }) => id).sort()).toEqual(all.sort());
  });

  test("every setting reads what it wrote and changes nothing else", () => {
    const written = knob("learning_rate", "number").write(config, 0.01);
    expect(knob("learning_rate", "number").read(written)).toBe(0.01);
    expect({ ...written, training: config.training }).toEqual(config);
  });

  test.each(KINDS)("%s: each of its settings can be set, and no other one is", (kind) => {
    const { kind: _, attributes, mask_before_fusion, ...own } = MODELS[kind] as DifSrConfig;
    const expected = [...Object.keys(own), ...Object.keys(attributes?.[0] ?? {})];
    expect(modelIds(kind).sort()).toEqual(expected.sort());
  });

  test("what a model has not cannot be written into it", () => {
    const sasrec = configOf("sasrec");
    expect(knob("lambda", "number").write(sasrec, 5)).toEqual(sasrec);
    expect(knob("reg_weight", "number").write(sasrec, 5)).toEqual(sasrec);
    expect(knob("pooling", "choice").write(sasrec, "max")).toEqual(sasrec);
  });

  test("lambda is one setting for all attributes, or the model's own", () => {
    const { model } = knob("lambda", "number").write(config, 5);
    expect(model.kind === "dif_sr" && model.attributes.map((one) => one.lambda)).toEqual([5, 5]);
    expect(knob("lambda", "number").write(configOf("icai"), 5).model).toMatchObject({ lambda: 5 });
  });

  test("each kind has its own fusions", () => {
    const { values } = knob("fusion", "choice");
    expect(values(config)).toEqual(["sum", "concat", "gate", "sigmoid_gate"]);
    expect(values(configOf("nova"))).toEqual(["sum", "concat", "gate"]);
    expect(values(configOf("sasrecf"))).toEqual(["concat", "add"]);
    expect(knob("fusion", "choice").write(configOf("nova"), "gate").training.targets).toBe("every_position");
  });

  test("a fusion that looks ahead takes prefixes, and sum goes back to every position", () => {
    const fusion = knob("fusion", "choice");
    const gated = fusion.write(config, "gate");
    expect(gated.training.targets).toBe("prefix");
    const masked = knob("targets", "choice").write(gated, "every_position_masked");
    expect(masked.training.targets).toBe("every_position");
    expect(masked.model.kind === "dif_sr" && masked.model.mask_before_fusion).toBe(true);
    expect(knob("targets", "choice").read(masked)).toBe("every_position_masked");
    const summed = fusion.write(masked, "sum");
    expect(summed.training.targets).toBe("every_position");
    expect(summed.model.kind === "dif_sr" && summed.model.mask_before_fusion).toBe(false);
  });

  test("every position is refused exactly where a slot could see its own answer", () => {
    const { refused } = knob("targets", "choice");
    const concat = knob("fusion", "choice").write(config, "concat");
    expect(refused?.(config, "every_position")).toBe(false);
    expect(refused?.(concat, "every_position")).toBe(true);
    expect(refused?.(concat, "every_position_masked")).toBe(false);
    expect(refused?.(config, "every_position_masked")).toBe(true);
    expect(refused?.(configOf("dif_bert"), "every_position")).toBe(true);
  });

  test("targets that make no sense for a model are not offered", () => {
    const { values } = knob("targets", "choice");
    expect(values(config)).toEqual(["prefix", "every_position"]);
    expect(values(configOf("bert4rec"))).toEqual(["every_position", "cloze"]);
    expect(values(configOf("caser"))).toEqual(["prefix", "every_position"]);
  });

  test("heads always divide the width and fit into the narrowest attribute", () => {
    const narrow = knob("hidden_size", "list").write(config, 8);
    const heads = knob("n_heads", "list");
    expect(8 % (heads.read(narrow) ?? 0)).toBe(0);
    expect(heads.values(narrow)).toEqual([1, 2, 4, 8]);
    expect(heads.values(knob("attribute_hidden_size", "number").write(config, 4))).toEqual([1, 2, 4]);
    expect(knob("attribute_hidden_size", "number").limits(config).least).toBe(4);
    expect(knob("hidden_size", "list").write(configOf("gru4rec"), 8).model).toEqual({
      ...MODELS.gru4rec,
      hidden_size: 8,
    });
  });

  test("the window is as long as the model allows", () => {
    const { limits } = knob("max_length", "number");
    expect(limits(configOf("caser")).most).toBe(64);
    expect(limits(configOf("bert4rec")).least).toBe(2);
    expect(limits(configOf("s3rec")).least).toBe(1);
  });

  test("words that are special to a kind belong to a setting that it has", () => {
    for (const [kind, words] of Object.entries(train.knobsOf)) {
      const ids: readonly string[] = [...modelIds(kind as ModelConfig["kind"]), ...Object.keys(config.training)];
      expect(ids).toEqual(expect.arrayContaining(Object.keys(words)));
    }
    expect(Object.keys(train.about).sort()).toEqual([...KINDS].sort());
  });
});
