// The visitor's own state, put aside while a lecture or an exercise has the page, and given back as it was: over a reload of this tab, too.
import { experiment } from "./current";
import { DEFAULTS, type Experiment } from "./experiment";
import { FIELD_NAMES, FIELDS, type FieldName, type Patch } from "./fields";
import { readLink, writeLink } from "./link";

/** Habits of the visitor, and what a link says of the page around this one: nobody takes them over. */
const STAYS: readonly FieldName[] = ["language", "theme", "embed", "parent", "device"];

/** Everything back to where it began, but what stays. */
export function resetBut(more: readonly FieldName[] = []): Patch {
  const names = FIELD_NAMES.filter((name) => !STAYS.includes(name) && !more.includes(name));
  return Object.fromEntries(names.map((name) => [name, FIELDS[name].fallback])) as Patch;
}

export interface Aside {
  readonly put: (state: Experiment) => void;
  /** Gives it back in the language and look of now; `defaults` where nothing is kept. */
  readonly giveBack: (patch: Patch, defaults?: Experiment) => void;
}

/** `key`: its name among what this tab keeps. */
export function aside(key: string): Aside {
  let kept: Experiment | null = null;
  const recall = (defaults: Experiment): Experiment => {
    try {
      const text = sessionStorage.getItem(key);
      return text === null ? defaults : { ...defaults, ...readLink(text).patch };
    } catch {
      return defaults;
    }
  };
  return {
    put: (state) => {
      kept = state;
      try {
        sessionStorage.setItem(key, writeLink(state, DEFAULTS));
      } catch {
        // After a reload there is then nothing to give back but the beginning.
      }
    },
    giveBack: (patch, defaults = DEFAULTS) => {
      const { language, theme, example, embed, parent } = experiment.peek();
      const back = kept ?? recall({ ...defaults, example, embed, parent });
      kept = null;
      try {
        sessionStorage.removeItem(key);
      } catch {
        // There is none.
      }
      experiment.value = { ...back, language, theme, ...patch };
    },
  };
}
