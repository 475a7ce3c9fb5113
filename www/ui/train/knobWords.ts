import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import type { Knob, KnobId } from "../../state/knobKinds";
import { plain } from "../common/plain";

/** Name and purpose of a setting, which may be another one in another kind of model. */
export function knobWords(id: KnobId, { model }: RunConfig): { name: string; help: string } {
  const words = t().train;
  return { ...words.knobs[id], ...words.knobsOf[model.kind]?.[id] };
}

/** A setting's value as people read it. */
export function shownValue(knob: Knob, config: RunConfig): string {
  const words = t().train;
  const value = knob.read(config);
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? words.on : words.off;
  if (typeof value === "number") return plain(value);
  return words.values[knob.id]?.[value] ?? value;
}
