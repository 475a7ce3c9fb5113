// One setting: its name, its control, what it does, and the way back to its default.
import { useId, useState } from "preact/hooks";
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import type { Knob, Limits, NumberKnob } from "../../state/knobKinds";
import { IconButton } from "../common/Button";
import { plain } from "../common/plain";
import { SelfExplaining } from "../common/SelfExplaining";
import { Switch } from "../common/Switch";
import { knobWords, shownValue } from "./knobWords";
import "../../styles/select.css";

interface Props {
  knob: Knob;
  config: RunConfig;
  defaults: RunConfig | null;
  explained: boolean;
  onChange: (config: RunConfig) => void;
}

export function KnobField({ knob, config, defaults, explained, onChange }: Props) {
  const words = t().train;
  const id = useId();
  const value = knob.read(config);
  if (value === null) return null;
  const { name, help } = knobWords(knob.id, config);
  const fallback = defaults ? knob.read(defaults) : null;
  const differs = fallback !== null && fallback !== value;
  return (
    <div class={`knob is-${knob.kind}${differs ? " is-changed" : ""}`}>
      <SelfExplaining id={`${id}-name`} class="knob-name" what={{ name, text: help, key: knob.id }}>
        {name}
      </SelfExplaining>
      <span class="knob-control">
        <Control knob={knob} config={config} id={id} onChange={onChange} />
      </span>
      {differs && defaults && (
        <IconButton
          icon="restart"
          class="knob-reset"
          label={words.reset(name, shownValue(knob, defaults))}
          onClick={() => onChange(restored(knob, config, defaults))}
        />
      )}
      <span id={`${id}-help`} class={explained ? "knob-help" : "visually-hidden"}>
        <code class="knob-key">{knob.id}</code> {help}
      </span>
    </div>
  );
}

function restored(knob: Knob, config: RunConfig, defaults: RunConfig): RunConfig {
  switch (knob.kind) {
    case "number":
    case "list":
      return knob.write(config, knob.read(defaults) ?? 0);
    case "choice":
      return knob.write(config, knob.read(defaults) ?? "");
    case "switch":
      return knob.write(config, knob.read(defaults) ?? false);
  }
}

function Control({ knob, config, id, onChange }: Pick<Props, "knob" | "config" | "onChange"> & { id: string }) {
  const words = t().train;
  switch (knob.kind) {
    case "number":
      return <NumberInput knob={knob} config={config} id={id} onChange={onChange} />;
    case "list": {
      const value = knob.read(config) ?? 0;
      const offered = knob.values(config);
      const values = offered.includes(value) ? offered : [...offered, value].sort((a, b) => a - b);
      return (
        <select
          class="select"
          id={id}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-help`}
          value={String(value)}
          onChange={(event) => onChange(knob.write(config, Number(event.currentTarget.value)))}
        >
          {values.map((one) => (
            <option key={one} value={String(one)}>
              {one}
            </option>
          ))}
        </select>
      );
    }
    case "choice": {
      const value = knob.read(config) ?? "";
      const values = knob.values(config);
      return (
        <select
          class="select"
          id={id}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-help`}
          value={value}
          onChange={(event) => onChange(knob.write(config, event.currentTarget.value))}
        >
          {values.map((one) => (
            <option key={one} value={one} disabled={knob.refused?.(config, one) ?? false}>
              {words.values[knob.id]?.[one] ?? one}
            </option>
          ))}
        </select>
      );
    }
    case "switch":
      return (
        <Switch
          label={
            <>
              <span class="visually-hidden">{knobWords(knob.id, config).name}: </span>
              {shownValue(knob, config)}
            </>
          }
          on={knob.read(config) ?? false}
          onChange={(on) => onChange(knob.write(config, on))}
        />
      );
  }
}

/** Free typing; what is no possible value stays in the field with the reason and changes nothing. */
function NumberInput({
  knob,
  config,
  id,
  onChange,
}: {
  knob: NumberKnob;
  config: RunConfig;
  id: string;
  onChange: (config: RunConfig) => void;
}) {
  const value = knob.read(config) ?? 0;
  const [draft, setDraft] = useState<string | null>(null);
  const limits = knob.limits(config);
  const bad = draft !== null && parse(draft, limits) === null;
  const range = t().common[limits.whole ? "whole" : "range"];
  return (
    <>
      <input
        class="knob-number"
        id={id}
        type="text"
        inputMode={limits.whole ? "numeric" : "decimal"}
        autocomplete="off"
        aria-labelledby={`${id}-name`}
        aria-describedby={bad ? `${id}-bad` : `${id}-help`}
        aria-invalid={bad}
        value={draft ?? plain(value)}
        onInput={(event) => {
          const text = event.currentTarget.value;
          const next = parse(text, limits);
          setDraft(text);
          if (next !== null && next !== value) onChange(knob.write(config, next));
        }}
        onBlur={() => {
          if (!bad) setDraft(null);
        }}
      />
      {bad && (
        <span class="knob-bad" id={`${id}-bad`} role="alert">
          {range(plain(limits.least), plain(limits.most))}
        </span>
      )}
    </>
  );
}

/** The number that was typed, or null when it is none or out of range. A decimal comma is understood. */
export function parse(text: string, { least, most, whole }: Limits): number | null {
  const trimmed = text.trim().replace(",", ".");
  const value = trimmed === "" ? Number.NaN : Number(trimmed);
  if (!Number.isFinite(value) || value < least || value > most) return null;
  return whole && !Number.isInteger(value) ? null : value;
}
