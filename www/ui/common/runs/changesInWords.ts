// What changed between two runs, in the names that the settings have in the Train panel.
import { t } from "../../../content";
import { FURTHER, SIMPLE } from "../../../state/knobs";
import { type RunChange, runChanges } from "../../../state/runChanges";
import type { RunRecord } from "../../../state/runRecord";
import type { Setting } from "../../../state/setting";
import { plain } from "../plain";

export function changesInWords(before: RunRecord, after: RunRecord): string {
  const words = t().compare.runs;
  const changes = runChanges(before, after);
  return changes.length > 0 ? changes.map(inWords).join("; ") : words.nothing;
}

function inWords({ setting, from, to }: RunChange): string {
  const words = t().compare.runs;
  if (setting === "system") return words.systemChange(String(from), String(to));
  const knob = [...SIMPLE, ...FURTHER].find(({ id }) => id === setting);
  const name = knob ? t().train.knobs[knob.id].name : setting;
  return words.change(name, written(setting, from), written(setting, to));
}

function written(setting: string, value: Setting): string {
  if (typeof value === "number") return plain(value);
  if (typeof value === "boolean") return value ? t().train.on : t().train.off;
  return t().train.values[setting]?.[value] ?? value;
}
