// The visitor's own state, put aside while a lecture or an exercise has the page, and given back as it was: over a reload of this tab, too.
import { experiment } from "./current";
import { DEFAULTS, type Experiment } from "./experiment";
import { FIELD_NAMES, FIELDS, type FieldName, type Patch } from "./fields";
import { readLink, writeLink } from "./link";
import { linkBase } from "./linkBase";

/** Habits of the visitor, and what a link says of the page around this one: nobody takes them over. */
const STAYS: readonly FieldName[] = ["language", "theme", "embed", "parent", "device"];

/** Everything back to where it began, but what stays. */
export function resetBut(more: readonly FieldName[] = []): Patch {
  const names = FIELD_NAMES.filter((name) => !STAYS.includes(name) && !more.includes(name));
  return Object.fromEntries(names.map((name) => [name, FIELDS[name].fallback])) as Patch;
}

export interface Aside {
  readonly put: (state: Experiment) => void;
  /** Gives it back, with what its links are written against, in the language and look of now; `defaults` where nothing is kept. */
  readonly giveBack: (patch: Patch, defaults?: Experiment) => void;
}

/** `key`: its name among what this tab keeps. */
export function aside(key: string): Aside {
  const baseKey = `${key}.base`;
  let kept: Experiment | null = null;
  let base: Experiment | null = null;
  const recall = (defaults: Experiment): Experiment => {
    try {
      const text = sessionStorage.getItem(key);
      return text === null ? defaults : { ...defaults, ...readLink(text).patch };
    } catch {
      return defaults;
    }
  };
  const recallBase = (): Experiment => {
    try {
      return { ...DEFAULTS, ...readLink(sessionStorage.getItem(baseKey) ?? "").patch };
    } catch {
      return DEFAULTS;
    }
  };
  return {
    put: (state) => {
      [kept, base] = [state, linkBase.peek()];
      try {
        sessionStorage.setItem(key, writeLink(state, DEFAULTS));
        sessionStorage.setItem(baseKey, writeLink(base, DEFAULTS));
      } catch {
        // After a reload there is then nothing to give back but the beginning.
      }
    },
    giveBack: (patch, defaults = DEFAULTS) => {
      const { language, theme, example, embed, parent } = experiment.peek();
      const back = kept ?? recall({ ...defaults, example, embed, parent });
      linkBase.value = base ?? recallBase();
      [kept, base] = [null, null];
      try {
        sessionStorage.removeItem(key);
        sessionStorage.removeItem(baseKey);
      } catch {
        // There is none.
      }
      experiment.value = { ...back, language, theme, ...patch };
    },
  };
}
