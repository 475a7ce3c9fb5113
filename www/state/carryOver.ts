// What stays when the model changes: every setting that the visitor changed, where the next model has it too and may have it.
import type { RunConfig } from "../engine.ts";
import type { Knob } from "./knobKinds";
import { FURTHER, SIMPLE } from "./knobs";

/** The next model's defaults with the visitor's own values. `defaults` are those of the model before. */
export function carryOver(visitor: RunConfig, defaults: RunConfig, next: RunConfig): RunConfig {
  // What a model is called by its fusion is not carried into another one.
  const kept = [...SIMPLE, ...FURTHER].filter(({ id }) => id !== "fusion");
  return kept.reduce((config, knob) => carried(knob, visitor, defaults, config), next);
}

function carried(knob: Knob, visitor: RunConfig, defaults: RunConfig, next: RunConfig): RunConfig {
  if (knob.read(visitor) === knob.read(defaults)) return next;
  switch (knob.kind) {
    case "number": {
      const value = knob.read(visitor);
      const { least, most } = knob.limits(next);
      return value === null || value < least || value > most ? next : written(knob, next, value);
    }
    case "list": {
      const value = knob.read(visitor);
      return value === null || !knob.values(next).includes(value) ? next : written(knob, next, value);
    }
    case "choice": {
      const value = knob.read(visitor);
      const possible = value !== null && knob.values(next).includes(value) && !knob.refused?.(next, value);
      return possible ? written(knob, next, value) : next;
    }
    case "switch": {
      const value = knob.read(visitor);
      return value === null ? next : written(knob, next, value);
    }
  }
}

function written<Value>(
  knob: { read: (config: RunConfig) => Value | null; write: (config: RunConfig, value: Value) => RunConfig },
  next: RunConfig,
  value: Value,
): RunConfig {
  return knob.read(next) === null ? next : knob.write(next, value);
}
