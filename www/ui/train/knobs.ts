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
  | "max_length"
  | "attribute_hidden_size"
  | "pooling"
  | "freeze_attribute_tables"
  | "attribute_table_std"
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
  readonly values: readonly string[];
  /** Values that this configuration cannot take. */
  readonly refused?: (config: RunConfig, value: string) => boolean;
}

export interface SwitchKnob extends KnobBase<boolean> {
  readonly kind: "switch";
}

export type Knob = NumberKnob | ListKnob | ChoiceKnob | SwitchKnob;

type Training = RunConfig["training"];
type NumberKey<T> = { [Key in keyof T]-?: T[Key] extends number ? Key : never }[keyof T];

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

/** A setting that both models have. */
function shared(id: KnobId & NumberKey<RunConfig["model"]>, least: number, most: number, whole = true): NumberKnob {
  return {
    kind: "number",
    id,
    least,
    most,
    whole,
    read: (config) => config.model[id],
    write: (config, value) => ({ ...config, model: { ...config.model, [id]: value } }),
  };
}

function ofDifSr<Value>(
  read: (model: DifSrConfig) => Value | undefined,
  write: (model: DifSrConfig, value: Value) => DifSrConfig,
): Pick<KnobBase<Value>, "read" | "write"> {
  return {
    read: (config) => (config.model.kind === "dif_sr" ? (read(config.model) ?? null) : null),
    write: (config, value) =>
      config.model.kind === "dif_sr" ? { ...config, model: write(config.model, value) } : config,
  };
}

type AttributeConfig = DifSrConfig["attributes"][number];

/** One value for all attributes; the first attribute's is shown. */
function forAttributes<Key extends keyof AttributeConfig>(
  key: Key,
): Pick<KnobBase<AttributeConfig[Key]>, "read" | "write"> {
  return ofDifSr<AttributeConfig[Key]>(
    (model) => model.attributes[0]?.[key],
    (model, value) => ({ ...model, attributes: model.attributes.map((one) => ({ ...one, [key]: value })) }),
  );
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

const fusion: ChoiceKnob = {
  kind: "choice",
  id: "fusion",
  values: ["sum", "concat", "gate", "sigmoid_gate"] satisfies Fusion[],
  read: (config) => (config.model.kind === "dif_sr" ? config.model.fusion : null),
  write: (config, value) => {
    if (config.model.kind !== "dif_sr") return config;
    const next: RunConfig = { ...config, model: { ...config.model, fusion: value as Fusion } };
    // Targets that this fusion cannot have give way to the paper's own.
    if (!refusesTargets(next, targetChoice(next))) return next;
    return withTargetChoice(next, looksAhead(next) ? "prefix" : "every_position");
  },
};

const targets: ChoiceKnob = {
  kind: "choice",
  id: "targets",
  values: ["prefix", "every_position", "every_position_masked"] satisfies TargetChoice[],
  refused: refusesTargets,
  read: targetChoice,
  write: (config, value) => withTargetChoice(config, value as TargetChoice),
};

const lambda: NumberKnob = {
  kind: "number",
  id: "lambda",
  least: 0,
  most: 10_000,
  whole: false,
  ...forAttributes("lambda"),
};

const hiddenSize: ListKnob = {
  kind: "list",
  id: "hidden_size",
  values: () => [8, 16, 32, 48, 64, 96, 128, 256],
  read: (config) => config.model.hidden_size,
  write: (config, value) => {
    const heads =
      headsFor(value)
        .filter((count) => count <= config.model.n_heads)
        .at(-1) ?? 1;
    return { ...config, model: { ...config.model, hidden_size: value, n_heads: heads } };
  },
};

/** Head counts that divide the width. */
function headsFor(width: number): number[] {
  return [1, 2, 4, 8, 16].filter((count) => width % count === 0);
}

const heads: ListKnob = {
  kind: "list",
  id: "n_heads",
  values: (config) => headsFor(config.model.hidden_size),
  read: (config) => config.model.n_heads,
  write: (config, value) => ({ ...config, model: { ...config.model, n_heads: value } }),
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
  shared("n_layers", 1, 32),
  shared("inner_size", 1, 4096),
  shared("max_length", 1, 1024),
  {
    kind: "number",
    id: "attribute_hidden_size",
    least: 1,
    most: 4096,
    whole: true,
    ...forAttributes("attribute_hidden_size"),
  },
  {
    kind: "choice",
    id: "pooling",
    values: ["sum", "mean", "max"],
    ...(forAttributes("pooling") as Pick<ChoiceKnob, "read" | "write">),
  },
  {
    kind: "switch",
    id: "freeze_attribute_tables",
    ...ofDifSr(
      (model) => model.freeze_attribute_tables,
      (model, value) => ({ ...model, freeze_attribute_tables: value }),
    ),
  },
  {
    kind: "number",
    id: "attribute_table_std",
    least: 0,
    most: 10,
    whole: false,
    ...ofDifSr(
      (model) => model.attribute_table_std,
      (model, value) => ({ ...model, attribute_table_std: value }),
    ),
  },
  shared("hidden_dropout_prob", 0, 0.95, false),
  shared("attn_dropout_prob", 0, 0.95, false),
  shared("layer_norm_eps", 0, 0.1, false),
  shared("initializer_range", 0, 10, false),
  training("eval_every", 1, 10_000),
  training("stopping_step", 0, 10_000),
  training("eval_sessions", 0, 1_000_000),
];
