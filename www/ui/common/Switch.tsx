import type { ComponentChildren } from "preact";
import { SourceMark } from "./SourceMark";
import type { SourceView } from "./sources";
import "../../styles/switch.css";

interface Props {
  readonly label: ComponentChildren;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** A source's switch wears its colour and its mark. */
  readonly source?: SourceView;
  readonly disabled?: boolean;
  readonly title?: string;
}

export function Switch({ label, on, onChange, source, disabled = false, title }: Props) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      disabled={disabled}
      title={title}
      data-source={source?.shape}
      onClick={() => onChange(!on)}
    >
      <span class="switch-track" aria-hidden="true">
        <span class="switch-knob">{source && <SourceMark source={source} />}</span>
      </span>
      <span>{label}</span>
    </button>
  );
}
