import { language } from "../../content/language";

/** A day as it is written in the page's language. `day`: as in a recorded file, "2026-11-30"; none: today, here. */
export function writtenDate(day?: string): string {
  const locale = language.value === "en" ? "en-GB" : language.value;
  const style = { dateStyle: "long", ...(day !== undefined && { timeZone: "UTC" }) } as const;
  return new Intl.DateTimeFormat(locale, style).format(day === undefined ? new Date() : new Date(day));
}
