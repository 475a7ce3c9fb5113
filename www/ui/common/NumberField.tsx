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
  /** Not only whole numbers. */
  readonly decimals?: boolean;
  /** It is taken when the field is left, or with Enter: what follows takes long. */
  readonly whenLeft?: boolean;
  readonly onChange: (value: number | null) => void;
  readonly onValid?: (valid: boolean) => void;
}

/** A number that may be left empty. What cannot be read stays in the field with the reason, and changes nothing. */
export function NumberField(props: Props) {
  const { label, value, empty, least, most, disabled = false, title, onChange, onValid } = props;
  const { decimals = false, whenLeft = false } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  // A term is a button: it cannot stand in a label.
  const marked = hasTerms(label);
  const readIt = (text: string) => read(text, { mayBeEmpty: empty !== undefined, decimals, least, most });
  const bad = draft !== null && readIt(draft) === undefined;
  const take = () => {
    const next = draft === null ? undefined : readIt(draft);
    if (whenLeft && next !== undefined && next !== value) onChange(next);
  };
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
          const next = readIt(text);
          setDraft(text);
          onValid?.(next !== undefined);
          if (next !== undefined && !whenLeft) onChange(next);
        }}
        onKeyDown={(event) => event.key === "Enter" && take()}
        onBlur={() => {
          take();
          if (!bad) setDraft(null);
        }}
      />
      {bad && (
        <span class="field-bad" id={`${id}-note`} role="alert">
          {t().common[decimals ? "range" : "whole"](count(least), count(most))}
        </span>
      )}
    </div>
  );
}

const THOUSANDS = /^[-+]?\d{1,3}(,\d{3})+$/;
const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

interface Rule {
  readonly mayBeEmpty: boolean;
  readonly decimals: boolean;
  readonly least: number;
  readonly most: number;
}

/** undefined: no number in range; null: empty where that is allowed. */
function read(text: string, { mayBeEmpty, decimals, least, most }: Rule): number | null | undefined {
  const trimmed = text.replaceAll(/\s/g, "");
  if (trimmed === "") return mayBeEmpty ? null : undefined;
  const value = numberIn(trimmed);
  return (decimals ? Number.isFinite(value) : Number.isInteger(value)) && value >= least && value <= most
    ? value
    : undefined;
}

/** Commas part thousands where all of them can, and are the point otherwise. */
function numberIn(text: string): number {
  const plain = THOUSANDS.test(text) ? text.replaceAll(",", "") : text.replace(",", ".");
  return DECIMAL.test(plain) ? Number(plain) : Number.NaN;
}
