import { language } from "../../content/language";

/** "a, b and c"; British English puts no comma before the last. */
export function inOneList(parts: readonly string[]): string {
  const locale = language.value === "en" ? "en-GB" : language.value;
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(parts);
}
