// Settings that go together, as one choice. The one that the settings are is marked; how long it takes stands in its name where that was
// measured.
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { changeWish, wish } from "../../state/compareChoice";
import { toggled } from "../../state/comparePlan";
import { defaultForm, form, formSystem, setForm } from "../../state/form";
import { nearestPreset, type PresetId, presetConfig, presetsFor, type RunPreset } from "../../state/runPresets";
import { Button } from "../common/Button";
import { canGoTo, goTo } from "../common/navigation";
import { Segmented } from "../common/Segmented";
import { roughly, timeOfRun } from "./takesInWords";
import "../../styles/bench.css";

export function Presets() {
  const words = t().bench;
  const [config, defaults] = [form.value, defaultForm.value];
  if (!config || !defaults) return <div class="presets" />;
  const all = presetsFor(defaults).map((preset) => ({ preset, own: configOf(preset, config, defaults) }));
  const nearest = nearestPreset(config, defaults);
  return (
    <div class="presets">
      <Segmented<PresetId | "none">
        label={words.preset}
        options={all.map(({ preset: { id }, own }) => ({
          value: id,
          label: named(id, own),
          title: words.presetTitles[id],
        }))}
        value={nearest.isEqual ? nearest.id : "none"}
        onChange={(id) => {
          const own = all.find(({ preset }) => preset.id === id)?.own;
          if (own) setForm(own);
        }}
      />
      {canGoTo("compare") && (
        <Button look="link" title={words.carefulTitle} onClick={() => compareCarefully(config)}>
          {words.careful}
        </Button>
      )}
    </div>
  );
}

function configOf(preset: RunPreset, config: RunConfig, defaults: RunConfig): RunConfig {
  return presetConfig(preset, defaults, config.training.seed);
}

function named(id: PresetId, config: RunConfig): string {
  const words = t().bench;
  const time = timeOfRun(config)?.ms ?? null;
  return time === null ? words.presets[id] : words.withTime(words.presets[id], roughly(time));
}

/** The comparison takes every other setting from the defaults of its systems, so that they are compared alike. */
function compareCarefully(config: RunConfig): void {
  const { systems } = wish.peek();
  const id = formSystem.peek()?.id;
  const epochs = config.training.epochs;
  changeWish({ seeds: 3, epochs, systems: id && !systems.includes(id) ? toggled(systems, id) : systems });
  goTo("compare");
}
