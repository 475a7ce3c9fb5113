import { useRef } from "preact/hooks";
import { hasTerms, withoutMarks } from "../../content/marks";
import { Marked } from "./Marked";
import { SourceMark } from "./SourceMark";
import type { SourceView } from "./sources";

export interface SegmentedOption<Value> {
  readonly value: Value;
  readonly label: string;
  /** Why the choice is not possible now; the option is disabled while this is set. */
  readonly unavailable?: string;
  /** What it means, on hover. */
  readonly title?: string;
  readonly lang?: string;
  /** A choice of a source wears its mark. */
  readonly source?: SourceView;
}

interface Props<Value> {
  /** Read out before the options; shown to the left unless `hideLabel`. */
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One choice of a few, all in view. A radio group: one tab stop, arrows choose. */
export function Segmented<Value extends string | number>({ label, hideLabel, options, value, onChange }: Props<Value>) {
  const group = useRef<HTMLSpanElement>(null);
  const usable = options.filter((option) => option.unavailable === undefined);
  const choose = (step: number) => {
    const at = usable.findIndex((option) => option.value === value);
    const next = usable[(at + step + usable.length) % usable.length];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelector<HTMLButtonElement>(`[data-value="${CSS.escape(String(next.value))}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight" || event.key === "ArrowDown") choose(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") choose(-1);
    else return;
    event.preventDefault();
  };
  const reachable = usable.some((option) => option.value === value) ? value : usable[0]?.value;
  return (
    <span class="segmented-field">
      {!hideLabel && (
        <span class="field-label" aria-hidden={!hasTerms(label)}>
          <Marked text={label} />
        </span>
      )}
      <span class="segmented" role="radiogroup" aria-label={withoutMarks(label)} ref={group} onKeyDown={onKeyDown}>
        {options.map((option) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of inputs cannot be drawn as one control
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={option.value === value}
            tabIndex={option.value === reachable ? 0 : -1}
            disabled={option.unavailable !== undefined}
            title={option.unavailable ?? option.title}
            data-value={String(option.value)}
            lang={option.lang}
            onClick={() => onChange(option.value)}
          >
            {option.source && <SourceMark source={option.source} />}
            {option.label}
          </button>
        ))}
      </span>
    </span>
  );
}
