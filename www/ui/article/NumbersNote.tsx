import { t } from "../../content";
import { language } from "../../content/language";
import { isLive, recorded } from "./numbers";

/** Where this page's own numbers in the text come from. */
export function NumbersNote() {
  const words = t().article;
  const date = recorded.value?.date;
  if (!date) return null;
  const written = new Intl.DateTimeFormat(language.value === "en" ? "en-GB" : language.value, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(date));
  const sentence = isLive.value ? words.numbersLive : words.numbersRecorded;
  return <p class="note essay-recorded">{sentence.replace("{date}", written)}</p>;
}
