// Every word a visitor reads, by language. The first view's are in the first load, in English; Korean and the words of panels are
// fetched when they are asked for.
import { batch, signal } from "@preact/signals";
import { english } from "./en";
import { type LanguageCode, language } from "./language";
import { englishParts, PART_NAMES, type PartLoaders, type PartName, type Parts } from "./parts";

/** The words of the first view. */
export type Core = typeof english;
/** What the dictionaries hold together: the English one sets the shape. */
export type Dictionary = Core & Parts;

type LoadedParts = { readonly [Name in PartName]?: Parts[Name] };

interface Language {
  readonly core: Core;
  readonly parts: PartLoaders;
}

const languages: Record<LanguageCode, () => Promise<Language>> = {
  en: async () => ({ core: english, parts: englishParts }),
  ko: async () => {
    const { korean, koreanParts } = await import("./ko");
    return { core: korean, parts: koreanParts };
  },
};

/** Parts that somebody shows. */
const wanted = new Set<PartName>();
const dictionary = signal<Dictionary>(assembled(english, {}));

/** The words in the language on screen; reading it inside a component subscribes the component. */
export function t(): Dictionary {
  return dictionary.value;
}

/** A part that is read before it was fetched is a mistake of the caller, and says so. */
function assembled(core: Core, parts: LoadedParts): Dictionary {
  const whole: Partial<Dictionary> = { ...core };
  for (const name of PART_NAMES) {
    const words = parts[name];
    const get = () => {
      if (words) return words;
      throw new Error(`The words of "${name}" are not here: name them where the panel is listed, or await loadWords.`);
    };
    Object.defineProperty(whole, name, { get, enumerable: true });
  }
  return whole as Dictionary;
}

let wantedLanguage: LanguageCode = "en";
/** The parts on screen, in its language. */
let here: LoadedParts = {};

/** Fetches these parts, with a new language all that are on screen, and puts them in place. What was asked for meanwhile comes along. */
async function bring(names: readonly PartName[]): Promise<void> {
  for (;;) {
    const code = wantedLanguage;
    const needed = language.value === code ? names : [...new Set([...wanted, ...names])];
    const { core, parts } = await languages[code]();
    const found = await Promise.all(needed.map(async (name) => [name, await parts[name]()] as const));
    const known = language.value === code ? here : {};
    const now = { ...known, ...Object.fromEntries(found) };
    // Another language may have been chosen, or another part have come, since.
    if (wantedLanguage !== code || ![...wanted].every((name) => name in now)) continue;
    here = now;
    for (const name of names) wanted.add(name);
    batch(() => {
      dictionary.value = assembled(core, here);
      language.value = code;
    });
    return;
  }
}

/** Fetches parts in the language on screen; they change with it from then on. Rejects where one of them did not arrive. */
export async function loadWords(names: readonly PartName[]): Promise<void> {
  const isHere = (name: PartName) => name in here && language.value === wantedLanguage;
  if (!names.every(isHere)) await bring(names);
}

/** Switches the words; the last call wins, and the old words stay until the new ones are here. Rejects where they do not arrive. */
export async function useLanguage(code: LanguageCode): Promise<void> {
  wantedLanguage = code;
  try {
    await bring([]);
  } catch (cause) {
    // What is fetched from now on comes in the language that is on screen.
    if (wantedLanguage === code) wantedLanguage = language.value;
    throw cause;
  }
}
