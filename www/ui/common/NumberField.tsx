import { useId, useState } from "preact/hooks";
import { t } from "../../content";
import { hasTerms, withoutMarks } from "../../content/marks";
import { Marked } from "../common/Marked";
import { count } from "./format";
import "../../styles/number-field.css";

interface Props {
  readonly label: string;
  readonly value: number | null;
  /** What an empty field stands for; without it the field must hold a number. */
  readonly empty?: string;
  readonly least: number;
  readonly most: number;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly onChange: (value: number | null) => void;
  readonly onValid?: (valid: boolean) => void;
}

/** A whole number that may be left empty. What cannot be read stays in the field with the reason, and changes nothing. */
export function NumberField({ label, value, empty, least, most, disabled = false, title, onChange, onValid }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  // A term is a button: it cannot stand in a label.
  const marked = hasTerms(label);
  const bad = draft !== null && read(draft, empty !== undefined, least, most) === undefined;
  return (
    <div class="number-field">
      {marked ? (
        <span>
          <Marked text={label} />
        </span>
      ) : (
        <label for={id}>{label}</label>
      )}
      <input
        id={id}
        aria-label={marked ? withoutMarks(label) : undefined}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        placeholder={empty ?? ""}
        disabled={disabled}
        title={title}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-note` : ""}
        value={draft ?? (value === null ? "" : String(value))}
        onInput={(event) => {
          const text = event.currentTarget.value;
          const next = read(text, empty !== undefined, least, most);
          setDraft(text);
          onValid?.(next !== undefined);
          if (next !== undefined) onChange(next);
        }}
        onBlur={() => {
          if (!bad) setDraft(null);
        }}
      />
      {bad && (
        <span class="field-bad" id={`${id}-note`} role="alert">
          {t().common.range(count(least), count(most))}
        </span>
      )}
    </div>
  );
}

/** undefined: no whole number in range; null: empty where that is allowed. */
function read(text: string, mayBeEmpty: boolean, least: number, most: number): number | null | undefined {
  const trimmed = text.trim().replaceAll(/[\s,]/g, "");
  if (trimmed === "") return mayBeEmpty ? null : undefined;
  const value = Number(trimmed);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
