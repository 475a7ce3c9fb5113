import { t } from "../../content";
import { writtenDate } from "../common/writtenDate";
import { isLive, recorded } from "./numbers";

/** Where this page's own numbers in the text come from. */
export function NumbersNote() {
  const words = t().article;
  const date = recorded.value?.date;
  if (!date) return null;
  const sentence = isLive.value ? words.numbersLive : words.numbersRecorded;
  return <p class="note essay-recorded">{sentence.replace("{date}", writtenDate(date))}</p>;
}
