import { hasTerms, withoutMarks } from "../../content/marks";
import { Marked } from "./Marked";
import "../../styles/select.css";

export interface SelectOption<Value> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
  /** Options of one group stand together under its name. */
  readonly group?: string;
}

interface Props<Value> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly title?: string;
}

/** The browser's own list, dressed like the other controls: it works everywhere, with every key and every reader. */
export function Select<Value extends string | number>(props: Props<Value>) {
  const { label, hideLabel, options, value, onChange, disabled = false, title } = props;
  const marked = hasTerms(label) && !hideLabel;
  // A term is a button, and a label would take it for what it names.
  const Field = marked ? "span" : "label";
  return (
    <Field class="select-field">
      <span class={hideLabel ? "visually-hidden" : "field-label"}>
        {hideLabel ? withoutMarks(label) : <Marked text={label} />}
      </span>
      <select
        class="select"
        aria-label={marked ? withoutMarks(label) : undefined}
        disabled={disabled}
        title={title}
        value={String(value)}
        onChange={(event) => {
          const chosen = options.find((option) => String(option.value) === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {groupsOf(options).map(({ name, members }) => {
          const listed = members.map((option) => (
            <option key={option.value} value={String(option.value)} disabled={option.disabled ?? false}>
              {option.label}
            </option>
          ));
          return name === undefined ? (
            listed
          ) : (
            <optgroup key={name} label={name}>
              {listed}
            </optgroup>
          );
        })}
      </select>
    </Field>
  );
}

/** Groups in the order of their first members. */
function groupsOf<Value>(options: readonly SelectOption<Value>[]) {
  const names = [...new Set(options.map(({ group }) => group))];
  return names.map((name) => ({ name, members: options.filter(({ group }) => group === name) }));
}
