// All systems, by the place where side information enters them; two to four can be pressed.
import { t } from "../../content";
import type { System } from "../../engine.ts";
import { changeWish, wish } from "../../state/compareChoice";
import { toggled } from "../../state/comparePlan";
import { systems } from "../../state/systems";
import { LEAST_SYSTEMS, MOST_SYSTEMS } from "../../state/wishField";
import { said } from "../common/failures";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { isTraining, rows } from "../common/runs/compareRows";
import { SystemKey } from "../common/runs/SystemKey";
import { PLACES, placesOf } from "./places";

/** Why nothing, or no more, can be chosen; null while something can. */
function obstacle(): string | null {
  const words = t().compare;
  if (isTraining.value) return words.locked;
  return wish.value.systems.length >= MOST_SYSTEMS ? words.tooMany(count(MOST_SYSTEMS)) : null;
}

export function SystemList() {
  const words = t().compare;
  const chosen = wish.value.systems.length;
  const why = obstacle();
  return (
    <fieldset class="systems">
      <legend>
        <h3>{words.choose}</h3>
      </legend>
      <p class={why ? "systems-note is-strong" : "systems-note"} role="status">
        {why ?? words.chooseHow(count(LEAST_SYSTEMS), count(MOST_SYSTEMS), count(chosen))}
      </p>
      {PLACES.map((place) => {
        const here = systems.value.filter((system) => placesOf(system)[0] === place);
        if (here.length === 0) return null;
        return (
          <div class="systems-row" key={place}>
            <span class="systems-place" id={`systems-${place}`}>
              {words.entrance[place]}{" "}
              <span>
                <Marked text={words.entranceNote[place]} />
              </span>
            </span>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset for each row reads out too much */}
            <span class="systems-list" role="group" aria-labelledby={`systems-${place}`}>
              {here.map((system) => (
                <Chip key={system.id} system={system} />
              ))}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}

function Chip({ system }: { system: System }) {
  const row = rows.value.find((one) => one.system.id === system.id);
  const on = wish.value.systems.includes(system.id);
  const full = !on && wish.value.systems.length >= MOST_SYSTEMS;
  return (
    <button
      type="button"
      class="system-chip"
      aria-pressed={on}
      disabled={isTraining.value || full}
      title={said(system.citation)}
      onClick={() => {
        changeWish({ systems: toggled(wish.value.systems, system.id) });
      }}
    >
      {on && row && <SystemKey look={row.look} />}
      {system.name}
    </button>
  );
}
