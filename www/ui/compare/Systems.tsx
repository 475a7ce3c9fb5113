// All systems, by the place where side information enters them; two to four can be pressed.
import { t } from "../../content";
import type { System } from "../../engine.ts";
import { changeWish, wish } from "../../state/compareChoice";
import { toggled } from "../../state/comparePlan";
import { systems } from "../../state/systems";
import { LEAST_SYSTEMS, MOST_SYSTEMS } from "../../state/wishField";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { SystemKey } from "../common/runs/SystemKey";
import { isTraining, rows } from "./view";

/** Early to late, as a signal meets them. A system that has side information in two places stands at the first. */
const PLACES = ["never", "input", "attention", "output", "loss"] as const;
export type Place = (typeof PLACES)[number];

/** Where a system gets its side information; nowhere is a place too. */
export function placesOf({ enters }: System): Place[] {
  const found = PLACES.filter((place) => place !== "never" && enters.includes(place));
  return found.length > 0 ? found : ["never"];
}

export function Systems() {
  const words = t().compare;
  const chosen = wish.value.systems.length;
  return (
    <fieldset class="systems">
      <legend>
        <h3>{words.systems}</h3>{" "}
        <span class="note">
          {words.choose(count(LEAST_SYSTEMS), count(MOST_SYSTEMS))} {words.chosen(count(chosen), count(MOST_SYSTEMS))}.
        </span>
      </legend>
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
  const words = t().compare;
  const row = rows.value.find((one) => one.system.id === system.id);
  const on = wish.value.systems.includes(system.id);
  const full = !on && wish.value.systems.length >= MOST_SYSTEMS;
  const why = isTraining.value ? words.locked : full ? words.tooMany(count(MOST_SYSTEMS)) : system.citation;
  return (
    <button
      type="button"
      class="system-chip"
      aria-pressed={on}
      disabled={isTraining.value || full}
      title={why}
      onClick={() => {
        changeWish({ systems: toggled(wish.value.systems, system.id) });
      }}
    >
      {on && row && <SystemKey look={row.look} />}
      {system.name}
    </button>
  );
}
