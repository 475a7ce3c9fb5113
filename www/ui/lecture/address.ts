import { language } from "../../content/language";
import type { Place } from "../../content/lecture/lecture";

/** Leads to a place of a lecture, in the language that is read here. */
export function lectureAddress(lecture: string, { step, click }: Place): string {
  const at = click > 0 ? `&click=${click}` : "";
  return `${location.origin}${location.pathname}?lecture=${lecture}&step=${step}${at}&lang=${language.value}`;
}
