// The settings of a run as data, in their order. Words are in content/.
import type { ModelConfig, RunConfig, TrainingConfig } from "../engine.ts";
import {
  between,
  type ChoiceKnob,
  forAttributes,
  type Knob,
  type KnobId,
  type ListKnob,
  type NumberKnob,
  onOff,
  own,
  real,
  training,
  whole,
} from "./knobKinds";
import { TARGETS, targetChoice, validTargets, withTargetChoice, withValidTargets } from "./targets";

const FUSIONS = {
  dif_sr: ["sum", "concat", "gate", "sigmoid_gate"],
  dif_bert: ["sum", "concat", "gate", "sigmoid_gate"],
  nova: ["sum", "concat", "gate"],
  sasrecf: ["concat", "add"],
} as const satisfies {
  [Kind in Extract<ModelConfig, { fusion: unknown }>["kind"]]: Extract<ModelConfig, { kind: Kind }>["fusion"][];
};

const fusion: ChoiceKnob = {
  kind: "choice",
  ...own<string>("fusion"),
  values: ({ model }) => ("fusion" in model ? FUSIONS[model.kind] : []),
  // Targets that a fusion cannot have give way to the paper's own.
  write: (config, value) => withValidTargets(own<string>("fusion").write(config, value)),
};

const targets: ChoiceKnob = {
  kind: "choice",
  id: "targets",
  // Every position is shown where it is refused, too: the reason stands beside it.
  values: (config) => TARGETS.filter((one) => one === "every_position" || validTargets(config).includes(one)),
  refused: (config, value) => !validTargets(config).some((one) => one === value),
  read: targetChoice,
  write: (config, value) => withTargetChoice(config, TARGETS.find((one) => one === value) ?? targetChoice(config)),
};

const validMetric: ChoiceKnob = {
  kind: "choice",
  id: "valid_metric",
  values: () => ["NDCG@10", "Recall@20"] satisfies TrainingConfig["valid_metric"][],
  // A run that was kept before there was a choice went by Recall@20.
  read: ({ training }) => training.valid_metric ?? "Recall@20",
  write: (config, value) => ({
    ...config,
    training: { ...config.training, valid_metric: value === "Recall@20" ? value : "NDCG@10" },
  }),
};

const WIDTHS = [8, 16, 32, 48, 64, 96, 128, 256];

/** Head counts that divide the width and leave every head some of the narrowest attribute. */
function headsFor(model: ModelConfig): number[] {
  if (!("n_heads" in model)) return [];
  const narrowest = "attributes" in model ? model.attributes.map((one) => one.attribute_hidden_size) : [];
  return [1, 2, 4, 8, 16].filter((count) => model.hidden_size % count === 0 && count <= Math.min(...narrowest, 16));
}

const hiddenSize: ListKnob = {
  kind: "list",
  ...own<number>("hidden_size"),
  values: () => WIDTHS,
  write: (config, value) => {
    const wider = own<number>("hidden_size").write(config, value);
    const { model } = wider;
    if (!("n_heads" in model)) return wider;
    const heads = headsFor(model).filter((count) => count <= model.n_heads);
    return { ...wider, model: { ...model, n_heads: heads.at(-1) ?? 1 } };
  },
};

const maxLength: NumberKnob = {
  kind: "number",
  ...own<number>("max_length"),
  // A bank of filters for each slot, or a [MASK] beside at least one item.
  limits: ({ model }) => ({
    least: "ft_ratio" in model ? 2 : 1,
    most: model.kind === "caser" ? 64 : 1024,
    whole: true,
  }),
};

export const SIMPLE: readonly Knob[] = [
  fusion,
  targets,
  training("learning_rate", 1e-7, 1, false),
  whole("pretrain_epochs", 0, 10_000),
  training("epochs", 1, 10_000),
  { kind: "number", ...forAttributes("lambda"), ...between(0, 10_000, false) },
  { kind: "list", ...own<number>("embedding_size"), values: () => WIDTHS },
  hiddenSize,
  { kind: "list", ...own<number>("n_heads"), values: ({ model }) => headsFor(model) },
  training("train_batch_size", 1, 4096),
  training("seed", 0, Number.MAX_SAFE_INTEGER),
];

export const FURTHER: readonly Knob[] = [
  whole("n_layers", 1, 32),
  whole("inner_size", 1, 4096),
  maxLength,
  {
    kind: "number",
    ...forAttributes("attribute_hidden_size"),
    limits: ({ model }) => ({ least: "n_heads" in model ? model.n_heads : 1, most: 4096, whole: true }),
  },
  {
    kind: "choice",
    ...(forAttributes("pooling") as Pick<ChoiceKnob, "id" | "read" | "write">),
    values: () => ["sum", "mean", "max"],
  },
  real("mask_ratio", 0.01, 0.95),
  real("ft_ratio", 0, 1),
  whole("dupe_factor", 1, 100),
  real("aap_weight", 0, 10_000),
  real("mip_weight", 0, 10_000),
  real("map_weight", 0, 10_000),
  real("sp_weight", 0, 10_000),
  whole("n_v", 1, 256),
  whole("n_h", 1, 256),
  onOff("user_embedding"),
  onOff("output_head"),
  onOff("freeze_attribute_tables"),
  real("attribute_table_std", 0, 10),
  real("dropout_prob", 0, 0.95),
  real("hidden_dropout_prob", 0, 0.95),
  real("attn_dropout_prob", 0, 0.95),
  real("reg_weight", 0, 10),
  real("layer_norm_eps", 0, 0.1),
  real("initializer_range", 0, 10),
  training("eval_every", 1, 10_000),
  validMetric,
  training("stopping_step", 0, 10_000),
  training("eval_sessions", 0, 1_000_000),
  training("sampled_softmax", 0, 1_000_000),
];

/** Settings in the order in which they are worth a place in the one row that is always open. */
const RANKED: readonly KnobId[] = [
  "learning_rate",
  "epochs",
  "pretrain_epochs",
  "lambda",
  "n_heads",
  "train_batch_size",
  "seed",
  "hidden_size",
  "embedding_size",
];
const MOST_IN_ROW = 6;

/** The settings of a configuration: those of the row, and all others. */
export function knobsOf(config: RunConfig): { readonly row: readonly Knob[]; readonly others: readonly Knob[] } {
  const all = [...SIMPLE, ...FURTHER].filter((knob) => knob.read(config) !== null);
  const first = RANKED.filter((id) => all.some((knob) => knob.id === id)).slice(0, MOST_IN_ROW);
  const isFirst = ({ id }: Knob) => first.includes(id);
  return { row: all.filter(isFirst), others: all.filter((knob) => !isFirst(knob)) };
}
