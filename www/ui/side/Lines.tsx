// Lines from each item of the left list to the same item of the right one: crossings are disagreements.
import type { PlacedItem } from "./lists";
import { hoveredItem } from "./views";

/** Drawn in rows, stretched to the height of the lists: a row is one unit high. */
export function Lines({ rows }: { rows: readonly PlacedItem[] }) {
  const k = rows.length;
  return (
    <svg class="side-lines" viewBox={`0 0 100 ${k}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {rows.map(({ item, rank, elsewhere, only, places }) => {
        const from = rank - 0.5;
        // An item further down leaves through the foot of the drawing; one that is no candidate leads nowhere.
        const to = only ? k : elsewhere - 0.5;
        if (elsewhere === 0) return null;
        return (
          <path
            key={item}
            d={`M0 ${from}C50 ${from} 50 ${to} 100 ${to}`}
            data-only={only}
            data-same={places === 0}
            data-hovered={hoveredItem.value === item}
          />
        );
      })}
    </svg>
  );
}
