// The settings of the next run, as a link holds them: the system, and what differs from its defaults for the data.
import { systemId } from "./codecs";
import { type Field, partReader } from "./field";
import { FIRST_SYSTEM } from "./firstSystem";
import type { Setting } from "./setting";

export interface FormChange {
  readonly system: string;
  /** By the path of the setting in its configuration, "training.epochs": the value in place of the default. */
  readonly changes: Readonly<Record<string, Setting>>;
}

export const FIRST_FORM: FormChange = { system: FIRST_SYSTEM, changes: {} };
const MOST_CHANGES = 60;
const PATH = /^(?:model|training)(?:\.[a-z0-9_]{1,32}){1,3}$/;
const NUMBER = /^-?\d{1,16}(?:\.\d{1,20})?(?:e-?\d{1,2})?$/;
/** As the engine writes them: "every_position", "NDCG@10". */
const WORD = /^[A-Za-z0-9_@]{1,32}$/;

function readSetting(text: string): Setting | null {
  if (text === "true" || text === "false") return text === "true";
  if (NUMBER.test(text)) return Number(text);
  return WORD.test(text) ? text : null;
}

/** "training.epochs:30,model.n_heads:4" */
function readChanges(text: string): Record<string, Setting> | null {
  const entries = text
    .split(",")
    .slice(0, MOST_CHANGES)
    .flatMap((part): [string, Setting][] => {
      const [path = "", value = "", ...rest] = part.split(":");
      const setting = readSetting(value);
      return PATH.test(path) && setting !== null && rest.length === 0 ? [[path, setting]] : [];
    });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** Whether such settings exist is known once the defaults are here; those that do not are left alone. */
export const formField: Field<FormChange> = {
  keys: ["train", "set"],
  fallback: FIRST_FORM,
  scope: "page",
  read: (get, drop) => {
    const system = partReader(get, drop)("train", systemId);
    const set = get("set");
    const changes = set === null ? null : readChanges(set);
    if (set !== null && Object.keys(changes ?? {}).length < set.split(",").length) drop("set");
    return { system: system ?? FIRST_FORM.system, changes: changes ?? {} };
  },
  write: ({ system, changes }) => {
    const set = Object.entries(changes).map(([path, value]) => `${path}:${value}`);
    return [
      ...(system === FIRST_FORM.system ? [] : ([["train", system]] as const)),
      ...(set.length > 0 ? ([["set", set.join(",")]] as const) : []),
    ];
  },
};
