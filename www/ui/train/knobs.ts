// The settings of a run as data: where each lives in the configuration and what it may be. Words are in content/.
import type { DifSrConfig, Fusion, RunConfig, Targets } from "../../engine.ts";

export type KnobId =
  | "learning_rate"
  | "epochs"
  | "lambda"
  | "hidden_size"
  | "n_heads"
  | "train_batch_size"
  | "seed"
  | "fusion"
  | "targets"
  | "n_layers"
  | "inner_size"
  | "embedding_size"
  | "max_length"
  | "attribute_hidden_size"
  | "pooling"
  | "freeze_attribute_tables"
  | "attribute_table_std"
  | "pretrain_epochs"
  | "mask_ratio"
  | "ft_ratio"
  | "aap_weight"
  | "mip_weight"
  | "map_weight"
  | "sp_weight"
  | "n_h"
  | "n_v"
  | "reg_weight"
  | "dropout_prob"
  | "hidden_dropout_prob"
  | "attn_dropout_prob"
  | "layer_norm_eps"
  | "initializer_range"
  | "eval_every"
  | "stopping_step"
  | "eval_sessions";

interface KnobBase<Value> {
  readonly id: KnobId;
  /** null where the model has no such setting. */
  readonly read: (config: RunConfig) => Value | null;
  readonly write: (config: RunConfig, value: Value) => RunConfig;
}

export interface NumberKnob extends KnobBase<number> {
  readonly kind: "number";
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** One number out of a few good ones. */
export interface ListKnob extends KnobBase<number> {
  readonly kind: "list";
  readonly values: (config: RunConfig) => readonly number[];
}

export interface ChoiceKnob extends KnobBase<string> {
  readonly kind: "choice";
  readonly values: (config: RunConfig) => readonly string[];
  /** Values that this configuration cannot take. */
  readonly refused?: (config: RunConfig, value: string) => boolean;
}

export interface SwitchKnob extends KnobBase<boolean> {
  readonly kind: "switch";
}

export type Knob = NumberKnob | ListKnob | ChoiceKnob | SwitchKnob;

type Model = RunConfig["model"];
type Training = RunConfig["training"];
type NumberKey<T> = { [Key in keyof T]-?: T[Key] extends number ? Key : never }[keyof T];
type ReadWrite<Value> = Pick<KnobBase<Value>, "read" | "write">;

function training(id: KnobId & NumberKey<Training>, least: number, most: number, whole = true): NumberKnob {
  return {
    kind: "number",
    id,
    least,
    most,
    whole,
    read: (config) => config.training[id],
    write: (config, value) => ({ ...config, training: { ...config.training, [id]: value } }),
  };
}

function numberOf(model: Model, key: string): number | null {
  const value: unknown = Object.entries(model).find(([one]) => one === key)?.[1];
  return typeof value === "number" ? value : null;
}

function withNumber(config: RunConfig, key: string, value: number): RunConfig {
  return numberOf(config.model, key) === null ? config : { ...config, model: { ...config.model, [key]: value } };
}

/** A number under the same name in every model that has it. */
function inModel(id: KnobId, least: number, most: number, whole = true): NumberKnob {
  return {
    kind: "number",
    id,
    least,
    most,
    whole,
    read: (config) => numberOf(config.model, id),
    write: (config, value) => withNumber(config, id, value),
  };
}

type AttributeConfig = DifSrConfig["attributes"][number];

/** One value for all attributes; the first attribute's is shown. */
function forAttributes<Key extends keyof AttributeConfig>(key: Key): ReadWrite<AttributeConfig[Key]> {
  return {
    read: ({ model }) => ("attributes" in model ? (model.attributes[0]?.[key] ?? null) : null),
    write: (config, value) => {
      const { model } = config;
      if (!("attributes" in model)) return config;
      return { ...config, model: { ...model, attributes: model.attributes.map((one) => ({ ...one, [key]: value })) } };
    },
  };
}

/** True for fusions that read whole score rows, later slots included. */
export function looksAhead(config: RunConfig): boolean {
  return config.model.kind === "dif_sr" && config.model.fusion !== "sum";
}

/** What the settings offer: targets, and with looking-ahead fusions also whether hidden scores are set to 0 before fusion. */
type TargetChoice = Targets | "every_position_masked";

function targetChoice(config: RunConfig): TargetChoice {
  const masked = config.model.kind === "dif_sr" && config.model.mask_before_fusion;
  return masked && config.training.targets === "every_position" ? "every_position_masked" : config.training.targets;
}

function withTargetChoice(config: RunConfig, choice: TargetChoice): RunConfig {
  const masked = choice === "every_position_masked";
  const training = { ...config.training, targets: masked ? "every_position" : choice } satisfies RunConfig["training"];
  if (config.model.kind !== "dif_sr") return { ...config, training };
  return { model: { ...config.model, mask_before_fusion: masked }, training };
}

/** Training targets a configuration may take: every position would show a looking-ahead fusion its own answer. */
export function refusesTargets(config: RunConfig, targets: string): boolean {
  if (targets === "every_position") return looksAhead(config);
  if (targets === "every_position_masked") return !looksAhead(config);
  return false;
}

const FUSIONS: Readonly<Partial<Record<Model["kind"], readonly string[]>>> = {
  dif_sr: ["sum", "concat", "gate", "sigmoid_gate"],
  dif_bert: ["sum", "concat", "gate", "sigmoid_gate"],
  nova: ["sum", "concat", "gate"],
  sasrecf: ["concat", "add"],
};

const fusion: ChoiceKnob = {
  kind: "choice",
  id: "fusion",
  values: (config) => FUSIONS[config.model.kind] ?? [],
  read: ({ model }) => ("fusion" in model ? model.fusion : null),
  write: (config, value) => {
    if (!("fusion" in config.model) || !FUSIONS[config.model.kind]?.includes(value)) return config;
    const next: RunConfig = { ...config, model: { ...config.model, fusion: value as Fusion } as Model };
    // Targets that this fusion cannot have give way to the paper's own.
    if (!refusesTargets(next, targetChoice(next))) return next;
    return withTargetChoice(next, looksAhead(next) ? "prefix" : "every_position");
  },
};

/** Where a model can be trained in one way only there is nothing to choose. */
function hasTargetChoice({ model, training: { targets } }: RunConfig): boolean {
  return targets !== "cloze" && model.kind !== "caser";
}

const targets: ChoiceKnob = {
  kind: "choice",
  id: "targets",
  values: () => ["prefix", "every_position", "every_position_masked"] satisfies TargetChoice[],
  refused: refusesTargets,
  read: (config) => (hasTargetChoice(config) ? targetChoice(config) : null),
  write: (config, value) => withTargetChoice(config, value as TargetChoice),
};

/** Of each attribute, or of the model where all attributes share one. */
const ofAttributes = forAttributes("lambda");
const lambda: NumberKnob = {
  kind: "number",
  id: "lambda",
  least: 0,
  most: 10_000,
  whole: false,
  read: (config) => ofAttributes.read(config) ?? numberOf(config.model, "lambda"),
  write: (config, value) => ofAttributes.write(withNumber(config, "lambda", value), value),
};

const hiddenSize: ListKnob = {
  kind: "list",
  id: "hidden_size",
  values: () => [8, 16, 32, 48, 64, 96, 128, 256],
  read: (config) => numberOf(config.model, "hidden_size"),
  write: (config, value) => {
    const now = numberOf(config.model, "n_heads") ?? 1;
    const fitting = headsFor(value).filter((count) => count <= now);
    return withNumber(withNumber(config, "hidden_size", value), "n_heads", fitting.at(-1) ?? 1);
  },
};

/** Head counts that divide the width. */
function headsFor(width: number): number[] {
  return [1, 2, 4, 8, 16].filter((count) => width % count === 0);
}

const heads: ListKnob = {
  kind: "list",
  id: "n_heads",
  values: (config) => headsFor(numberOf(config.model, "hidden_size") ?? 1),
  read: (config) => numberOf(config.model, "n_heads"),
  write: (config, value) => withNumber(config, "n_heads", value),
};

const poolingOfAttributes = forAttributes("pooling");
const pooling: ChoiceKnob = {
  kind: "choice",
  id: "pooling",
  values: () => ["sum", "mean", "max"],
  read: (config) => poolingOfAttributes.read(config) ?? ("pooling" in config.model ? config.model.pooling : null),
  write: (config, value) => {
    const chosen = value as AttributeConfig["pooling"];
    if ("pooling" in config.model) return { ...config, model: { ...config.model, pooling: chosen } };
    return poolingOfAttributes.write(config, chosen);
  },
};

const freeze: SwitchKnob = {
  kind: "switch",
  id: "freeze_attribute_tables",
  read: ({ model }) => (model.kind === "dif_sr" ? model.freeze_attribute_tables : null),
  write: (config, value) =>
    config.model.kind === "dif_sr" ? { ...config, model: { ...config.model, freeze_attribute_tables: value } } : config,
};

export const SIMPLE: readonly Knob[] = [
  fusion,
  targets,
  training("learning_rate", 1e-7, 1, false),
  training("epochs", 1, 10_000),
  lambda,
  hiddenSize,
  heads,
  training("train_batch_size", 1, 4096),
  training("seed", 0, Number.MAX_SAFE_INTEGER),
];

export const FURTHER: readonly Knob[] = [
  inModel("pretrain_epochs", 0, 10_000),
  inModel("n_layers", 1, 32),
  inModel("inner_size", 1, 4096),
  inModel("embedding_size", 1, 4096),
  inModel("max_length", 1, 1024),
  {
    kind: "number",
    id: "attribute_hidden_size",
    least: 1,
    most: 4096,
    whole: true,
    ...forAttributes("attribute_hidden_size"),
  },
  pooling,
  freeze,
  inModel("attribute_table_std", 0, 10, false),
  inModel("mask_ratio", 0.01, 0.95, false),
  inModel("ft_ratio", 0, 1, false),
  inModel("aap_weight", 0, 10_000, false),
  inModel("mip_weight", 0, 10_000, false),
  inModel("map_weight", 0, 10_000, false),
  inModel("sp_weight", 0, 10_000, false),
  inModel("n_h", 1, 256),
  inModel("n_v", 1, 256),
  inModel("reg_weight", 0, 10, false),
  inModel("dropout_prob", 0, 0.95, false),
  inModel("hidden_dropout_prob", 0, 0.95, false),
  inModel("attn_dropout_prob", 0, 0.95, false),
  inModel("layer_norm_eps", 0, 0.1, false),
  inModel("initializer_range", 0, 10, false),
  training("eval_every", 1, 10_000),
  training("stopping_step", 0, 10_000),
  training("eval_sessions", 0, 1_000_000),
];
