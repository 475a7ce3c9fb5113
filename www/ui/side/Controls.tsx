import { t } from "../../content";
import { choices } from "../../state/choices";
import { current, set } from "../../state/current";
import { Button } from "../common/Button";
import { Segmented } from "../common/Segmented";
import { Select } from "../common/Select";
import { PRESETS, type PresetName, presetChoices } from "./opening";
import { addSide, compareWith, LETTERS, MOST, nextChoice, partner, showModels, sides } from "./sides";
import { sideMaps } from "./views";

/** More than this do not fit in one row of buttons. */
const MOST_BUTTONS = 5;

/** Comparisons that are worth a press, as far as their models are here, and one more column. */
export function ModelControls() {
  const words = t().side;
  const full = sides.value.length >= MOST;
  const none = nextChoice.value === null;
  const presets = (Object.keys(PRESETS) as PresetName[]).flatMap((name) => {
    const models = presetChoices(name, choices.value);
    return models ? [{ name, models }] : [];
  });
  const shown = sides.value.map(({ choice }) => choice.key).join();
  return (
    <div class="side-controls">
      {presets.length > 0 && (
        <fieldset class="side-presets" aria-label={words.presets}>
          {presets.map(({ name, models }) => (
            <Button
              key={name}
              aria-pressed={models.map(({ key }) => key).join() === shown}
              onClick={() => showModels(models)}
            >
              {words.preset[name]}
            </Button>
          ))}
        </fieldset>
      )}
      <Button
        look="quiet"
        icon="plus"
        disabled={full || none}
        title={full ? words.addFull : none ? words.addNone : undefined}
        onClick={addSide}
      >
        {words.add}
      </Button>
    </div>
  );
}

/** One layer and head for all maps, and which model A is compared with. */
export function MapControls() {
  const words = t().side;
  const why = t().why;
  const views = sideMaps.value.flatMap((view) => view ?? []);
  const layers = Math.max(0, ...views.map(({ maps }) => maps.layers));
  const heads = Math.max(0, ...views.map(({ maps }) => maps.heads));
  const [layer, head] = [current.sideLayer.value, current.sideHead.value];
  const numbers = (most: number) =>
    Array.from({ length: most }, (_, index) => ({ value: String(index), label: String(index + 1) }));
  const LayerChoice = layers > MOST_BUTTONS ? Select<string> : Segmented<string>;
  const HeadChoice = heads + 1 > MOST_BUTTONS ? Select<string> : Segmented<string>;
  return (
    <div class="side-controls">
      {layers > 1 && (
        <LayerChoice
          label={why.layer}
          options={numbers(layers)}
          value={String(Math.min(layer, layers - 1))}
          onChange={(value) => set({ sideLayer: Number(value) })}
        />
      )}
      {heads > 1 && (
        <HeadChoice
          label={why.head}
          options={[...numbers(heads), { value: "mean", label: why.mean }]}
          value={head === "mean" ? head : String(Math.min(head, heads - 1))}
          onChange={(value) => set({ sideHead: value === "mean" ? value : Number(value) })}
        />
      )}
      {sides.value.length > 2 && (
        <Segmented<number>
          label={words.compared}
          options={sides.value.slice(1).map((_, at) => ({ value: at + 1, label: LETTERS[at + 1] ?? "" }))}
          value={partner.value}
          onChange={compareWith}
        />
      )}
    </div>
  );
}
