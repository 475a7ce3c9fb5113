// The settings of the next run: the model and six of its settings in one row, all others behind a press. Where there is room they open
// over the curves, on a phone below them: the curves stay where they are.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { defaultForm, form, formSystem, setForm } from "../../state/form";
import type { Knob } from "../../state/knobKinds";
import { knobsOf } from "../../state/knobs";
import { nearestPreset } from "../../state/runPresets";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { EndAndRest } from "./EndAndRest";
import { KnobField } from "./KnobField";
import { knobWords } from "./knobWords";
import { AboutModel, ModelChoice } from "./ModelChoice";
import { Presets } from "./Presets";
import { RefusedTargets } from "./RefusedTargets";
import { SettingsFoot } from "./SettingsFoot";

const isOpen = signal(false);
const isExplained = signal(false);
const SHEET = "train-settings";

/** In one row, with the rest over what comes below. */
export function SettingsRow() {
  const words = t().train;
  const root = useRef<HTMLElement>(null);
  const config = form.value;
  useEffect(() => (root.current ? closeOnPressOutside(root.current) : undefined), []);
  const { row, others } = config ? knobsOf(config) : { row: [], others: [] };
  return (
    <section
      class="settings settings-row"
      aria-label={words.settings}
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen.peek()) return;
        event.stopPropagation();
        isOpen.value = false;
        root.current?.querySelector<HTMLElement>("[aria-controls]")?.focus();
      }}
    >
      {config && (
        <>
          <ModelChoice />
          <Knobs knobs={row} config={config} isExplained={false} />
          <Button
            look="link"
            class="settings-all"
            aria-expanded={isOpen.value}
            aria-controls={SHEET}
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            {words.allSettings(isOpen.value, row.length + others.length)}
          </Button>
          {isOpen.value && (
            <div class="settings-sheet" id={SHEET}>
              <Sheet knobs={others} config={config}>
                {isExplained.value && <Explained knobs={row} config={config} />}
              </Sheet>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** All of them behind one press. */
export function SettingsFold() {
  const words = t().train;
  const config = form.value;
  const knobs = config ? knobsOf(config) : null;
  const model = formSystem.value?.name ?? "";
  return (
    <section class="settings settings-fold" aria-label={words.settings}>
      <Button
        look="plain"
        icon="chevron"
        class="settings-open"
        aria-expanded={isOpen.value}
        aria-controls={SHEET}
        disabled={config === null}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {config ? words.settingsOf(model, count(config.training.epochs)) : words.settings}
      </Button>
      {isOpen.value && config && knobs && (
        <div id={SHEET}>
          <ModelChoice />
          <Presets />
          <Sheet knobs={[...knobs.row, ...knobs.others]} config={config} />
        </div>
      )}
    </section>
  );
}

function closeOnPressOutside(root: HTMLElement): () => void {
  const onPointerDown = ({ target }: PointerEvent) => {
    if (target instanceof Node && !root.contains(target)) isOpen.value = false;
  };
  document.addEventListener("pointerdown", onPointerDown);
  return () => document.removeEventListener("pointerdown", onPointerDown);
}

interface SheetProps {
  readonly knobs: readonly Knob[];
  readonly config: RunConfig;
  readonly children?: ComponentChildren;
}

function Sheet({ knobs, config, children }: SheetProps) {
  return (
    <>
      <AboutModel />
      <Knobs knobs={knobs} config={config} isExplained={isExplained.value} />
      {children}
      <RefusedTargets config={config} />
      <EndAndRest />
      <SettingsFoot
        config={config}
        isExplained={isExplained.value}
        onExplain={(on) => {
          isExplained.value = on;
        }}
      />
    </>
  );
}

interface KnobsProps {
  readonly knobs: readonly Knob[];
  readonly config: RunConfig;
  readonly isExplained: boolean;
}

function Knobs({ knobs, config, isExplained }: KnobsProps) {
  const defaults = defaultForm.value;
  // Back is back to what was chosen: the preset that the settings are, or are nearest to.
  const base = defaults && nearestPreset(config, defaults).config;
  return (
    <div class={isExplained ? "knobs is-explained" : "knobs"}>
      {knobs.map((knob) => (
        <KnobField
          key={knob.id}
          knob={knob}
          config={config}
          defaults={base}
          explained={isExplained}
          onChange={setForm}
        />
      ))}
    </div>
  );
}

/** What the settings of the row do, for there is no room beside them. */
function Explained({ knobs, config }: Omit<KnobsProps, "isExplained">) {
  return (
    <dl class="knobs is-explained">
      {knobs.map(({ id }) => {
        const { name, help } = knobWords(id, config);
        return (
          <div key={id}>
            <dt class="knob-name">{name}</dt>
            <dd class="knob-help">
              <code class="knob-key">{id}</code> {help}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
