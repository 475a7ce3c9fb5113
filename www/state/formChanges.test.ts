import { describe, expect, test } from "vitest";
import { changesBetween, withChanges } from "./formChanges";
import { formField } from "./formField";

const attribute = { attribute_hidden_size: 16, pooling: "sum", lambda: 10 };
const defaults = {
  model: { kind: "dif_sr", hidden_size: 32, fusion: "sum", freeze: false, attributes: [attribute, attribute] },
  training: { epochs: 20, learning_rate: 0.003, targets: "prefix" },
};

const model = (change: object) => ({ ...defaults, model: { ...defaults.model, ...change } });
const training = (change: object) => ({ ...defaults, training: { ...defaults.training, ...change } });

describe("settings in a link", () => {
  test.each([1e-12, 0.1 + 0.2, 1.5e-7, Number.MAX_SAFE_INTEGER, -0.5, true, "every_position"])(
    "%s is read as it was written",
    (value) => {
      const params = new Map(formField.write({ system: "sasrec", changes: { "training.epochs": value } }));
      const read = formField.read((key) => params.get(key) ?? null, expect.unreachable);
      expect(read).toEqual({ system: "sasrec", changes: { "training.epochs": value } });
    },
  );
});

describe("settings as differences", () => {
  test("nothing differs from itself", () => {
    expect(changesBetween(defaults, structuredClone(defaults))).toEqual({});
  });

  test.each([
    ["a number", training({ epochs: 30 }), { "training.epochs": 30 }],
    ["a word", model({ fusion: "gate" }), { "model.fusion": "gate" }],
    ["a switch", model({ freeze: true }), { "model.freeze": true }],
    [
      "all entries of a list",
      model({ attributes: [attribute, attribute].map((one) => ({ ...one, lambda: 5 })) }),
      { "model.attributes.lambda": 5 },
    ],
    [
      "one entry of a list",
      model({ attributes: [attribute, { ...attribute, lambda: 5 }] }),
      { "model.attributes.1.lambda": 5 },
    ],
  ])("%s: written by its path, and read back", (_, config, changes) => {
    expect(changesBetween(defaults, config)).toEqual(changes);
    expect(withChanges(defaults, changes)).toEqual({ config, dropped: [] });
  });

  test("a change of every attribute fits data with another number of them", () => {
    const one = { ...defaults, model: { ...defaults.model, attributes: [attribute] } };
    const { config, dropped } = withChanges(one, { "model.attributes.lambda": 5 });
    expect([config.model.attributes, dropped]).toEqual([[{ ...attribute, lambda: 5 }], []]);
  });

  test.each([
    ["training.nonsense", 3],
    ["training.epochs.deeper", 3],
    ["model.attributes", 3],
    ["model.attributes.7.lambda", 3],
    ["training.epochs", "many"],
    ["model.freeze", 1],
    ["model.kind", "sasrec"],
    ["model.__proto__.polluted", true],
    ["training.__proto__", true],
  ])("%s: %s is left out and named", (path, value) => {
    const { config, dropped } = withChanges(defaults, { "training.epochs": 7, [path]: value });
    expect(dropped).toEqual([path]);
    expect(config).toEqual(training({ epochs: path === "training.epochs" ? 20 : 7 }));
    expect(Object.getPrototypeOf({})).not.toHaveProperty("polluted");
  });

  test("defaults are not changed by what is made of them", () => {
    const before = structuredClone(defaults);
    withChanges(defaults, { "training.epochs": 1, "model.attributes.lambda": 1 });
    expect(defaults).toEqual(before);
  });
});
