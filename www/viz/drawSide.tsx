// The drawing of several models' maps and their difference: what stays, and what follows the focus.
import type { VNode } from "preact";
import { drawAxes } from "./drawAxes";
import { drawFocus, drawHeatmap } from "./drawHeatmap";
import { drawScales } from "./drawKey";
import { lineKey } from "./lineLooks";
import { label, paragraph, snap } from "./marks";
import { signedLevel, weightLevel } from "./ramps";
import { LETTER, NAME_AT, NAME_SIZE, SHOWN_AT, SIDE_AXIS, type SideLayout, type SidePlace } from "./sideLayout";
import { type SideFocus, type SideMap, type SideModel, sideMapsOf } from "./sideModel";
import type { Theme } from "./tokens";

const BOX = 16;
const NOTE_HEIGHT = 18;

export function drawSide(model: SideModel, layout: SideLayout, theme: Theme): VNode {
  const maps = sideMapsOf(model);
  return (
    <g>
      {layout.places.map((place, index) => {
        const map = maps[index];
        if (!map) return null;
        return (
          <g key={index}>
            {head(map, place, theme)}
            {map.cells && drawCells(map.cells, map === model.difference, model, place, theme)}
          </g>
        );
      })}
      {drawScales(layout.key, theme)}
    </g>
  );
}

function drawCells(
  { items, causal, value }: NonNullable<SideMap["cells"]>,
  isDifference: boolean,
  { bound, contrast }: SideModel,
  { x, y, side }: SidePlace,
  theme: Theme,
): VNode {
  const level = (row: number, column: number) => {
    const here = value(row, column);
    if (here === null) return null;
    return isDifference ? signedLevel(here, contrast) : weightLevel(here, bound);
  };
  const map = { size: items.length, side, ramp: isDifference ? "div" : "seq", causal, level } as const;
  return (
    <g>
      <g transform={`translate(${x} ${y})`}>{drawHeatmap(map, theme)}</g>
      {drawAxes(items, { x, y, side, axis: SIDE_AXIS }, theme)}
    </g>
  );
}

/** The model's own line, as in the charts, then its letter, its name, and what of it is shown. */
function head({ letter, look }: SideMap, place: SidePlace, theme: Theme): VNode {
  const { left, head: top, width, name, shown } = place;
  const ink = { colour: theme("ink"), paper: theme("paper") };
  const letterAt = top + NAME_AT;
  return (
    <g>
      {letter === null ? (
        <path d={`M${left} ${snap(top + 4)}h${width}`} stroke={theme("edge")} />
      ) : (
        lineKey(look, left, top + 5, width, ink, theme("stroke-data"))
      )}
      {letter !== null && (
        <rect
          x={left + 0.75}
          y={letterAt - BOX / 2 + 0.25}
          width={BOX - 0.5}
          height={BOX - 0.5}
          rx={4}
          fill="none"
          stroke={theme("ink")}
          stroke-width={1.5}
        />
      )}
      {letter !== null &&
        label(left + BOX / 2 + 0.5, letterAt, letter, { fill: theme("ink"), bold: true, anchor: "middle" })}
      {label(letter === null ? left : left + LETTER, letterAt, name, { fill: theme("ink"), size: NAME_SIZE })}
      {paragraph(left, letterAt + SHOWN_AT, shown, { fill: theme("ink-3") })}
    </g>
  );
}

/** Why some have no map; on the page these are paragraphs, whose terms explain themselves. */
export function drawSideNotes({ places }: SideLayout, theme: Theme): VNode {
  const look = { fill: theme("ink-2"), size: NAME_SIZE };
  return <g>{places.map(({ left, y, note }) => paragraph(left, y + NOTE_HEIGHT / 2, note, look, NOTE_HEIGHT))}</g>;
}

/** The focus in every map, and its numbers. */
export function drawSideFocus(
  model: SideModel,
  layout: SideLayout,
  focus: SideFocus,
  pinned: boolean,
  theme: Theme,
): VNode {
  const maps = sideMapsOf(model);
  return (
    <g>
      {layout.places.map((place, index) => {
        const map = maps[index];
        if (!map?.cells) return null;
        const cell = focus[index] ?? null;
        const value = cell && (map.cells.written ?? map.cells.value)(cell.row, cell.column);
        const write = map === model.difference ? model.signed : model.decimal;
        const text = value === null ? model.words.blank : write(value);
        const { left, width, valueAnchor: anchor } = place;
        return (
          <g key={index}>
            {label(anchor === "end" ? left + width : left, place.head + place.valueAt, text, {
              ...{ fill: theme("ink"), size: NAME_SIZE, bold: true, anchor },
            })}
            {cell && value !== null && (
              <g transform={`translate(${place.x} ${place.y})`}>
                {drawFocus(map.cells.items.length, place.side, cell, pinned, theme)}
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}
