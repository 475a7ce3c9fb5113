// Settings that go together, as data: what each changes of the engine's defaults for the data and the system that is chosen. A value is
// written through its knob, so that it keeps to the knob's range, and is left out where the system has no such knob.
//
// "Careful" with three seeds is none of them: a run has one seed. It is a comparison, which trains every seed and draws the interval over
// them; the panel leads there.
import type { RunConfig } from "../engine.ts";
import type { Knob, KnobId } from "./knobKinds";
import { FURTHER, SIMPLE } from "./knobs";
import type { Setting } from "./setting";

export type PresetId = "quick" | "lecture" | "published";

export interface RunPreset {
  readonly id: PresetId;
  /** In the order in which they are written: a width before the heads that share it. */
  readonly settings: Partial<Record<KnobId, Setting>>;
  /** Systems that it says something about. */
  readonly fits?: (config: RunConfig) => boolean;
}

const hasAttention = ({ model }: RunConfig) => "n_heads" in model;

export const PRESETS: readonly RunPreset[] = [
  // Long enough to see a curve rise.
  { id: "quick", settings: { pretrain_epochs: 5, epochs: 5, eval_sessions: 200 } },
  // The defaults are made for it: small enough to train before an audience, good enough to compare.
  { id: "lecture", settings: {} },
  {
    // The runs behind the paper's table, Beauty (src/config/published.rs, "beauty-table"): the fusion is left to the visitor. Its window of
    // seven items is also what keeps it within the memory of a page.
    id: "published",
    fits: hasAttention,
    settings: {
      hidden_size: 256,
      inner_size: 256,
      max_length: 7,
      n_layers: 4,
      n_heads: 4,
      attribute_hidden_size: 256,
      lambda: 10,
      freeze_attribute_tables: true,
      attribute_table_std: 1,
      hidden_dropout_prob: 0.5,
      attn_dropout_prob: 0.3,
      layer_norm_eps: 1e-12,
      initializer_range: 0.02,
      learning_rate: 1e-4,
      train_batch_size: 2048,
      targets: "prefix",
      epochs: 200,
      eval_every: 2,
      valid_metric: "Recall@20",
      eval_sessions: 0,
    },
  },
];

const KNOBS: readonly Knob[] = [...SIMPLE, ...FURTHER];
/** Which system and which seed it is says nothing about a preset. */
const isOf = ({ id }: Knob) => id !== "fusion" && id !== "seed";

function written(knob: Knob, config: RunConfig, value: Setting): RunConfig {
  if (knob.read(config) === null) return config;
  switch (knob.kind) {
    case "number":
    case "list":
      return typeof value === "number" ? knob.write(config, value) : config;
    case "switch":
      return typeof value === "boolean" ? knob.write(config, value) : config;
    case "choice": {
      const isOffered = typeof value === "string" && knob.values(config).includes(value);
      return isOffered && !knob.refused?.(config, value) ? knob.write(config, value) : config;
    }
  }
}

/** The settings of a preset for the system whose defaults are given; the seed is the visitor's. */
export function presetConfig({ settings }: RunPreset, defaults: RunConfig, seed: number): RunConfig {
  const start: RunConfig = { ...defaults, training: { ...defaults.training, seed } };
  return Object.entries(settings).reduce((config, [id, value]) => {
    const knob = KNOBS.find((one) => one.id === id);
    return knob ? written(knob, config, value) : config;
  }, start);
}

export function presetsFor(defaults: RunConfig): RunPreset[] {
  return PRESETS.filter(({ fits }) => fits?.(defaults) ?? true);
}

function differences(one: RunConfig, other: RunConfig): number {
  return KNOBS.filter((knob) => isOf(knob) && knob.read(one) !== knob.read(other)).length;
}

export interface NearestPreset {
  readonly id: PresetId;
  readonly config: RunConfig;
  /** The settings are its own, but for seed and system. */
  readonly isEqual: boolean;
}

/** The preset with the fewest settings that differ: what "back to" goes back to. The defaults where several are as near. */
export function nearestPreset(config: RunConfig, defaults: RunConfig): NearestPreset {
  const { seed } = defaults.training;
  const all = presetsFor(defaults).map((preset) => {
    const own = presetConfig(preset, defaults, seed);
    return { id: preset.id, config: own, apart: differences(config, own) };
  });
  const standard = { id: "lecture" as const, config: defaults, apart: differences(config, defaults) };
  const { apart, ...nearest } = all.reduce(
    (best, one) => (one.apart < best.apart ? one : best),
    standard as (typeof all)[number],
  );
  return { ...nearest, isEqual: apart === 0 };
}
