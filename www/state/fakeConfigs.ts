// For tests: one small configuration of every kind of model, and what the engine says about those with rules of their own.
import type { ModelConfig, RunConfig, System } from "../engine.ts";
import { systems } from "./systems";

const attention = {
  hidden_size: 32,
  inner_size: 32,
  n_layers: 2,
  n_heads: 4,
  max_length: 20,
  hidden_dropout_prob: 0.2,
  attn_dropout_prob: 0.1,
  layer_norm_eps: 1e-12,
  initializer_range: 0.02,
};
const attributes = (["sum", "sum"] as const).map((pooling) => ({ attribute_hidden_size: 16, pooling, lambda: 10 }));
const cloze = { mask_ratio: 0.2, ft_ratio: 0.5, dupe_factor: 4 };
const recurrent = { embedding_size: 32, hidden_size: 64, max_length: 20, dropout_prob: 0.3 };

export const MODELS: { readonly [Kind in ModelConfig["kind"]]: Extract<ModelConfig, { kind: Kind }> } = {
  dif_sr: {
    kind: "dif_sr",
    ...attention,
    fusion: "sum",
    mask_before_fusion: false,
    attributes,
    freeze_attribute_tables: false,
    attribute_table_std: 1,
  },
  dif_bert: { kind: "dif_bert", ...attention, ...cloze, fusion: "sum", attributes, attribute_table_std: 1 },
  icai: { kind: "icai", ...attention, lambda: 10 },
  nova: { kind: "nova", ...attention, fusion: "sum", pooling: "sum" },
  s3rec: {
    kind: "s3rec",
    ...attention,
    pretrain_epochs: 20,
    mask_ratio: 0.2,
    aap_weight: 0.2,
    mip_weight: 1,
    map_weight: 1,
    sp_weight: 0.5,
  },
  fdsa: { kind: "fdsa", ...attention, pooling: "mean" },
  sasrecf: { kind: "sasrecf", ...attention, fusion: "concat", pooling: "sum" },
  sasrec: { kind: "sasrec", ...attention },
  bert4rec: { kind: "bert4rec", ...attention, ...cloze, output_head: true },
  gru4rec: { kind: "gru4rec", ...recurrent },
  gru4recf: { kind: "gru4recf", ...recurrent },
  caser: {
    kind: "caser",
    embedding_size: 32,
    max_length: 10,
    n_v: 4,
    n_h: 8,
    user_embedding: false,
    dropout_prob: 0.4,
    reg_weight: 1e-4,
  },
};

export const KINDS = Object.keys(MODELS) as ModelConfig["kind"][];

/** Tells the page about every kind, as the engine would. */
export function nameSystems(): void {
  systems.value = KINDS.map((kind) => {
    const targets: System["targets"] =
      kind === "bert4rec" || kind === "dif_bert"
        ? ["cloze"]
        : kind === "caser"
          ? ["prefix"]
          : ["every_position", "prefix"];
    const refusal = targets.includes("every_position") ? null : "because";
    return { id: kind, kind, name: kind, enters: [], citation: "", attention: true, targets, refusal };
  });
}

export function configOf(kind: ModelConfig["kind"], training: Partial<RunConfig["training"]> = {}): RunConfig {
  const own = systems.value.find(({ id }) => id === kind)?.targets[0] ?? "prefix";
  return {
    model: MODELS[kind],
    training: {
      learning_rate: 0.003,
      train_batch_size: 64,
      epochs: 20,
      targets: own,
      seed: 212,
      eval_every: 1,
      valid_metric: "NDCG@10",
      stopping_step: 10,
      eval_sessions: 600,
      sampled_softmax: 0,
      ...training,
    },
  };
}
