// Every word a visitor reads, by language. English is in the first load; Korean is fetched when it is asked for.
import { signal } from "@preact/signals";
import { english } from "./en";
import { type LanguageCode, language } from "./language";

export { language };
/** What a dictionary must hold: the English one sets the shape. */
export type Dictionary = typeof english;

const dictionary = signal<Dictionary>(english);

/** The words in the language on screen; reading it inside a component subscribes the component. */
export function t(): Dictionary {
  return dictionary.value;
}

const loaders: Record<LanguageCode, () => Promise<Dictionary>> = {
  en: async () => english,
  ko: async () => (await import("./ko")).korean,
};

/** Switches the words; the last call wins, and the old words stay until the new ones are here. */
export async function useLanguage(code: LanguageCode): Promise<void> {
  wanted = code;
  const words = await loaders[code]();
  if (wanted !== code) return;
  dictionary.value = words;
  language.value = code;
  document.documentElement.lang = code;
  document.title = words.shell.documentTitle;
}

let wanted: LanguageCode = "en";
