// The knobs: a simple row in the open, the rest behind a disclosure, each with what it does.

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { configFailure, configText, openConfig } from "../../state/configFile";
import { client } from "../../state/engine";
import { defaultForm, form, resetForm, setForm } from "../../state/form";
import { FURTHER, type Knob, SIMPLE } from "../../state/knobs";
import { nearestSystem } from "../../state/systems";
import { looksAhead, refusal } from "../../state/targets";
import { run } from "../../state/training";
import { Button } from "../common/Button";
import { OpenFile } from "../common/OpenFile";
import { refusalInWords } from "../common/runs/refusal";
import { saveFile } from "../common/saveFile";
import { DeviceChoice } from "./DeviceChoice";
import { KnobField, knobWords } from "./KnobField";
import { AboutModel, ModelChoice } from "./ModelChoice";

const explained = signal(false);

export function Settings() {
  const words = t().train;
  const config = form.value;
  const [open, setOpen] = useState(false);
  if (!config) return null;
  const further = FURTHER.filter((knob) => knob.read(config) !== null);
  return (
    <section class="settings" aria-label={words.settings}>
      <div class="settings-head">
        <ModelChoice />
        <DeviceChoice />
      </div>
      <AboutModel />
      <Knobs knobs={SIMPLE} config={config} />
      <RefusedTargets config={config} />
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
        <Button look="link" onClick={saveSettings}>
          {words.saveSettings}
        </Button>
        <OpenFile
          look="link"
          label={words.openSettings}
          accept=".json,application/json"
          disabled={client.value === null}
          onFile={(file) => void file.text().then(openConfig)}
        />
        {differs(config, defaultForm.value) && (
          <Button look="link" onClick={() => resetForm()}>
            {words.resetAll}
          </Button>
        )}
      </div>
      {configFailure.value !== null && (
        <p class="note settings-note" role="alert">
          {words.settingsRefused} {refusalInWords(configFailure.value)}
        </p>
      )}
    </section>
  );
}

/** The same file that the command line takes with `--config`. */
function saveSettings(): void {
  const text = configText();
  if (text !== null) saveFile(`${form.value?.model.kind}.json`, text, "application/json");
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
          onChange={setForm}
        />
      ))}
    </div>
  );
}

/** Why every position cannot be chosen, where it cannot. */
function RefusedTargets({ config }: { config: RunConfig }) {
  const words = t().train;
  const why = looksAhead(config)
    ? words.refusedEveryPosition(words.values.fusion?.[config.model.fusion] ?? config.model.fusion)
    : (words.refusedHere[config.model.kind] ?? refusal(config));
  return why === null ? null : <p class="note settings-note">{why}</p>;
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
  if (nearestSystem(now.config)?.id !== nearestSystem(config)?.id) return [words.model];
  return [...SIMPLE, ...FURTHER]
    .filter((knob) => knob.read(config) !== knob.read(now.config))
    .map((knob) => knobWords(knob.id, config).name);
}
