import { t } from "../../content";
import { form } from "../../state/form";
import { FURTHER, SIMPLE } from "../../state/knobs";
import { nearestSystem } from "../../state/systems";
import { run, timeLimit } from "../../state/training";
import { knobWords } from "./knobWords";

/** Names of the settings in which the form differs from the run on screen. */
export function changedNames(): string[] {
  const words = t().train;
  const now = run.value;
  const config = form.value;
  if (!now || !config) return [];
  if (nearestSystem(now.config)?.id !== nearestSystem(config)?.id) return [words.model];
  const changed = [...SIMPLE, ...FURTHER].filter((knob) => knob.read(config) !== knob.read(now.config));
  const names = changed.map((knob) => knobWords(knob.id, config).name);
  return now.limitMs === timeLimit() ? names : [...names, t().bench.limit];
}
