import { language } from "../../content/language";
import type { Lecture, Place } from "../../content/lecture/lecture";

/** Leads to a place of a lecture, in the language that is read here; one that came in a link stands in it. */
export function lectureAddress({ id, tail = "" }: Pick<Lecture, "id" | "tail">, { step, click }: Place): string {
  const at = click > 0 ? `&click=${click}` : "";
  return `${location.origin}${location.pathname}?lecture=${id}&step=${step}${at}&lang=${language.value}${tail}`;
}
