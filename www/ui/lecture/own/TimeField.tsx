import { useId, useState } from "preact/hooks";
import { t } from "../../../content";
import { clockText } from "../clock";
import { readTime } from "./time";

interface Props {
  /** Read out; what it is about stands beside it. */
  readonly label: string;
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
}

const STEP = 5;

/**
 * Minutes and seconds; arrows go by five. It counts once it is written, for "1" on the way to "1:20" is another time. What cannot be
 * read stays in the field with the reason, and changes nothing.
 */
export function TimeField({ label, seconds, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [isWritten, setWritten] = useState(false);
  const bad = isWritten && draft !== null && readTime(draft) === null;
  return (
    <span class="own-time">
      <input
        type="text"
        autocomplete="off"
        size={5}
        aria-label={label}
        aria-invalid={bad}
        aria-describedby={bad ? id : undefined}
        value={draft ?? clockText(seconds)}
        onInput={({ currentTarget }) => {
          setDraft(currentTarget.value);
          setWritten(false);
        }}
        onChange={({ currentTarget }) => {
          const read = readTime(currentTarget.value);
          setWritten(true);
          if (read === null) return;
          setDraft(null);
          onChange(read);
        }}
        onKeyDown={(event) => {
          const step = event.key === "ArrowUp" ? STEP : event.key === "ArrowDown" ? -STEP : 0;
          if (step === 0 || event.altKey) return;
          event.preventDefault();
          setDraft(null);
          onChange(seconds + step);
        }}
      />
      {bad && (
        <span class="field-bad" id={id} role="alert">
          {t().own.timeForm}
        </span>
      )}
    </span>
  );
}
