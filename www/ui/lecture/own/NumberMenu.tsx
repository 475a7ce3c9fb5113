// The numbers that words can hold, by what they mean.
import { t } from "../../../content";
import { NUMBER_NAMES } from "../../../content/lecture/numberNames";
import { insert, wordInHand } from "./insert";
import "../../../styles/select.css";

export function NumberMenu() {
  const words = t().own;
  const into = wordInHand.value;
  return (
    <label class="select-field own-insert">
      <span class="field-label">{words.insert}</span>
      <select
        class="select"
        value=""
        disabled={into === null}
        onChange={(event) => {
          insert(event.currentTarget.value);
          event.currentTarget.value = "";
        }}
      >
        <option value="">…</option>
        {NUMBER_NAMES.map((name) => (
          <option key={name} value={name}>
            {words.numbers[name]}
          </option>
        ))}
      </select>
      {into && <span class="note">{words.insertInto(into.label)}</span>}
    </label>
  );
}
