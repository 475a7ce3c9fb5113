// The language on screen, apart from the dictionaries so that number formatting can follow it without importing words.
import { signal } from "@preact/signals";

export type LanguageCode = "en" | "ko";
export const language = signal<LanguageCode>("en");
