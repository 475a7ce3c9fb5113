// What a run was set to that the run before it was not.
import type { RunRecord } from "./runRecord";
import { isSetting, type Setting } from "./setting";

export interface RunChange {
  /** Key of the setting as in the configuration, or "system". */
  readonly setting: string;
  readonly from: Setting;
  readonly to: Setting;
}

/** A value for each attribute: one if they agree, all of them otherwise. */
function together(values: readonly Setting[]): Setting {
  const [first] = values;
  if (first === undefined) return "";
  return values.every((value) => value === first) ? first : values.join(", ");
}

/** Settings by key; those of the attributes under the key they have in each attribute. */
function settings(part: object): Map<string, Setting> {
  const found = new Map<string, Setting>();
  for (const [key, value] of Object.entries(part)) {
    if (isSetting(value)) found.set(key, value);
    if (!Array.isArray(value)) continue;
    const entries = value.filter((entry): entry is object => typeof entry === "object" && entry !== null);
    const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
    for (const inner of keys) {
      const values = entries.map((entry) => (entry as Record<string, unknown>)[inner]).filter(isSetting);
      found.set(inner, together(values));
    }
    if (entries.length === 0 && value.every(isSetting)) found.set(key, value.join(", "));
  }
  return found;
}

function differences(before: Map<string, Setting>, after: Map<string, Setting>): RunChange[] {
  return [...after].flatMap(([setting, to]) => {
    const from = before.get(setting);
    return from === undefined || from === to ? [] : [{ setting, from, to }];
  });
}

/**
 * Changes from one run to another, the system first. Settings that only one of two systems has say nothing a reader could
 * compare, so they are left out; so is the fusion of a system that is named by it.
 */
export function runChanges(before: RunRecord, after: RunRecord): RunChange[] {
  const named = before.name === after.name ? [] : [{ setting: "system", from: before.name, to: after.name }];
  const inModel = differences(settings(before.config.model), settings(after.config.model)).filter(
    ({ setting }) => setting !== "kind" && !(named.length > 0 && setting === "fusion"),
  );
  return [...named, ...inModel, ...differences(settings(before.config.training), settings(after.config.training))];
}
