// The numbers of "As published" stand in the page and in the engine's sources: they are the same.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { configOf, nameSystems } from "./fakeConfigs";
import { PRESETS, presetConfig } from "./runPresets";

nameSystems();
const published = () =>
  presetConfig(
    PRESETS.find(({ id }) => id === "published"),
    configOf("dif_sr"),
    1,
  );

describe("the published preset", () => {
  it("as published are the numbers that the command line trains with", () => {
    const rust = readFileSync(new URL("../../src/config/published.rs", import.meta.url), "utf8");
    const { model, training } = published();
    if (model.kind !== "dif_sr") throw new Error(model.kind);
    const [attribute] = model.attributes;
    const shape = [model.max_length, model.n_layers, model.n_heads, attribute?.attribute_hidden_size].join(", ");
    expect(rust).toContain(`paper("beauty-table", TABLE, "dif_sr-gate", [${shape}], ${attribute?.lambda}.0)`);
    const { hidden_size, attn_dropout_prob, hidden_dropout_prob } = model;
    const dropout = `hidden_dropout: ${hidden_dropout_prob}, ..backbone(`;
    expect(rust).toContain(`${dropout}${hidden_size}, length, layers, heads, ${attn_dropout_prob})`);
    const paper = rust.slice(rust.indexOf("const fn paper("), rust.indexOf("const fn backbone("));
    expect(paper).toContain(`frozen: ${model.freeze_attribute_tables}, std: ${model.attribute_table_std}.0`);
    for (const [name, value] of [
      ["learning_rate", "1e-4"],
      ["batch", training.train_batch_size],
      ["epochs", training.epochs],
      ["targets", "Targets::Prefix"],
      ["eval_every", training.eval_every],
      ["valid_metric", "ValidMetric::Recall20"],
      ["eval_sessions", training.eval_sessions],
    ])
      expect(paper).toContain(`${name}: ${value},`);
    expect(training).toMatchObject({ learning_rate: 1e-4, targets: "prefix", valid_metric: "Recall@20" });
    const sizes = rust.slice(rust.indexOf("const fn backbone("));
    expect(sizes).toContain(`std: ${model.initializer_range}`);
    expect(sizes).toContain("epsilon: 1e-12");
    expect([model.inner_size, model.layer_norm_eps]).toEqual([hidden_size, 1e-12]);
  });
});
