// The knobs: a simple row in the open, the rest behind a disclosure, each with what it does.

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { systems } from "../../state/systems";
import { chooseSystem, defaultForm, form, formSystem, resetForm, run } from "../../state/training";
import { Button } from "../common/Button";
import { Select } from "../common/Select";
import { DeviceChoice } from "./DeviceChoice";
import { KnobField } from "./KnobField";
import { FURTHER, type Knob, looksAhead, SIMPLE } from "./knobs";

const explained = signal(false);

export function Settings() {
  const words = t().train;
  const config = form.value;
  const [open, setOpen] = useState(false);
  if (!config) return null;
  // Variants of one model that differ in their fusion alone are reached by that setting.
  const offered = systems.value.filter(({ id, kind }) => id === kind);
  const refused = words.refusedTargets[config.model.kind];
  const further = FURTHER.filter((knob) => knob.read(config) !== null);
  return (
    <section class="settings" aria-label={words.settings}>
      <div class="settings-head">
        <Select
          label={words.model}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={formSystem.value}
          onChange={(id) => {
            const system = offered.find((one) => one.id === id);
            if (system) void chooseSystem(system);
          }}
        />
        <DeviceChoice />
      </div>
      {explained.value && <p class="note settings-note">{words.modelHelp}</p>}
      <Knobs knobs={SIMPLE} config={config} />
      {looksAhead(config) && config.model.kind === "dif_sr" && (
        <p class="note settings-note">
          {words.refusedEveryPosition(words.values.fusion?.[config.model.fusion] ?? config.model.fusion)}
        </p>
      )}
      {refused && <p class="note settings-note">{refused}</p>}
      {open && <Knobs knobs={further} config={config} />}
      <div class="settings-foot">
        <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.allSettings(open, SIMPLE.filter((knob) => knob.read(config) !== null).length + further.length)}
        </Button>
        <Button
          look="link"
          aria-pressed={explained.value}
          onClick={() => {
            explained.value = !explained.value;
          }}
        >
          {words.explain}
        </Button>
        {differs(config, defaultForm.value) && (
          <Button look="link" onClick={() => void resetForm()}>
            {words.resetAll}
          </Button>
        )}
      </div>
    </section>
  );
}

function Knobs({ knobs, config }: { knobs: readonly Knob[]; config: RunConfig }) {
  return (
    <div class={explained.value ? "knobs is-explained" : "knobs"}>
      {knobs.map((knob) => (
        <KnobField
          key={knob.id}
          knob={knob}
          config={config}
          defaults={defaultForm.value}
          explained={explained.value}
          onChange={(next) => {
            form.value = next;
          }}
        />
      ))}
    </div>
  );
}

function differs(config: RunConfig, other: RunConfig | null): boolean {
  return other !== null && JSON.stringify(config) !== JSON.stringify(other);
}

/** Names of the settings in which the form differs from the run on screen. */
export function changedNames(): string[] {
  const words = t().train;
  const now = run.value;
  const config = form.value;
  if (!now || !config) return [];
  if (now.config.model.kind !== config.model.kind) return [words.model];
  return [...SIMPLE, ...FURTHER]
    .filter((knob) => knob.read(config) !== knob.read(now.config))
    .map((knob) => words.knobs[knob.id].name);
}
