// What a setting of a run is: where it lives in the configuration, how it is read and written there, and what it may be.
import type { AttributeConfig, ModelConfig, RunConfig, TrainingConfig } from "../engine.ts";

type KeysOf<Model> = Model extends Model ? keyof Model : never;
export type KeysOfType<Model, Value> = Model extends Model
  ? { [Key in keyof Model]-?: Model[Key] extends Value ? Key : never }[keyof Model]
  : never;
/** Settings that some kinds of model have. */
export type ModelKey = Exclude<KeysOf<ModelConfig>, "kind" | "attributes" | "mask_before_fusion">;
type TrainingNumber = KeysOfType<TrainingConfig, number>;

export type KnobId = ModelKey | keyof AttributeConfig | TrainingNumber | "targets" | "valid_metric";

export interface KnobBase<Value> {
  readonly id: KnobId;
  /** null where the model has no such setting. */
  readonly read: (config: RunConfig) => Value | null;
  readonly write: (config: RunConfig, value: Value) => RunConfig;
}

export interface NumberKnob extends KnobBase<number> {
  readonly kind: "number";
  readonly limits: (config: RunConfig) => Limits;
}

export interface Limits {
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
  /** Values that are offered, but that this configuration cannot take. */
  readonly refused?: (config: RunConfig, value: string) => boolean;
}

export interface SwitchKnob extends KnobBase<boolean> {
  readonly kind: "switch";
}

export type Knob = NumberKnob | ListKnob | ChoiceKnob | SwitchKnob;

/** A setting of the model under its own key, for the kinds that have it. */
export function own<Value>(id: ModelKey): Pick<KnobBase<Value>, "id" | "read" | "write"> {
  return {
    id,
    read: ({ model }) => (id in model ? ((model as Readonly<Record<string, unknown>>)[id] as Value) : null),
    write: (config, value) =>
      id in config.model ? { ...config, model: { ...config.model, [id]: value } as ModelConfig } : config,
  };
}

/** A setting that each attribute has, or the model for all of them. One value for all; the first attribute's is shown. */
export function forAttributes<Key extends keyof AttributeConfig>(
  id: Key,
): Pick<KnobBase<AttributeConfig[Key]>, "id" | "read" | "write"> {
  const whole = own<AttributeConfig[Key]>(id as ModelKey);
  return {
    id,
    read: (config) => ("attributes" in config.model ? (config.model.attributes[0]?.[id] ?? null) : whole.read(config)),
    write: (config, value) => {
      const { model } = config;
      if (!("attributes" in model)) return whole.write(config, value);
      return { ...config, model: { ...model, attributes: model.attributes.map((one) => ({ ...one, [id]: value })) } };
    },
  };
}

export const between = (least: number, most: number, whole: boolean) => ({ limits: () => ({ least, most, whole }) });

export function training(id: TrainingNumber, least: number, most: number, whole = true): NumberKnob {
  return {
    kind: "number",
    id,
    ...between(least, most, whole),
    read: (config) => config.training[id],
    write: (config, value) => ({ ...config, training: { ...config.training, [id]: value } }),
  };
}

export const whole = (id: ModelKey & KeysOfType<ModelConfig, number>, least: number, most: number): NumberKnob => ({
  kind: "number",
  ...own<number>(id),
  ...between(least, most, true),
});
export const real = (id: ModelKey & KeysOfType<ModelConfig, number>, least: number, most: number): NumberKnob => ({
  kind: "number",
  ...own<number>(id),
  ...between(least, most, false),
});
export const onOff = (id: ModelKey & KeysOfType<ModelConfig, boolean>): SwitchKnob => ({
  kind: "switch",
  ...own<boolean>(id),
});
