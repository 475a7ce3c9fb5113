// Where each model looks, and where A looks more or less than another. One focus moves through all maps of the page.
import { useCallback } from "preact/hooks";
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { cellAtPlace, isVisible, type PlacedCell, placeCell } from "../../state/slots";
import { Heatmap } from "../../viz/Heatmap";
import { signedLevel, weightLevel } from "../../viz/ramps";
import { largest, niceBound } from "../../viz/scales";
import { useWidth } from "../../viz/useWidth";
import { decimal, signed } from "../common/format";
import { hasStacks, layerName } from "../common/maps/names";
import { weightAt } from "./attention";
import { choiceName } from "./ColumnHead";
import { free, isPinned, pin, place, pointTo } from "./focus";
import { MapAxis } from "./MapAxis";
import { columnName, rowName } from "./places";
import { LETTERS, partner, type Side, sides } from "./sides";
import { contrast, sideMaps } from "./views";

/** Widest map; more would be larger than its numbers deserve. */
const WIDEST = 248;
const NARROWEST = 96;
const GAP = 20;
/** Room for the pictograms at the left. */
const AXIS = 20;

/** One colour scale for all weights, so that equal colours are equal weights. */
function weightBound(): number {
  return niceBound(Math.max(0, ...sideMaps.value.map((view) => (view ? largest(view.map.weights) : 0))));
}

export function Maps({ data }: { data: Catalogue }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const count = sides.value.length + 1;
  const fits = Math.max(1, Math.floor((width + GAP) / (NARROWEST + AXIS + GAP)));
  const columns = Math.min(count, fits < count ? Math.max(2, Math.min(fits, Math.ceil(count / 2))) : count);
  const room = Math.floor((width - (columns - 1) * GAP) / columns);
  const side = Math.min(WIDEST, room - AXIS);
  const bound = weightBound();
  return (
    <div
      class="side-maps"
      ref={ref}
      style={{ gridTemplateColumns: `repeat(${columns}, ${Math.max(0, side + AXIS)}px)` }}
    >
      {side > 0 && (
        <>
          {sides.value.map((one, index) => (
            <SideMap key={one.slot} data={data} of={one} index={index} side={side} bound={bound} />
          ))}
          <DifferenceMap data={data} side={side} />
        </>
      )}
    </div>
  );
}

interface SideMapProps {
  readonly data: Catalogue;
  readonly of: Side;
  readonly index: number;
  readonly side: number;
  readonly bound: number;
}

function SideMap({ data, of, index, side, bound }: SideMapProps) {
  const words = t().side;
  const view = sideMaps.value[index];
  const map = view?.map;
  const level = useCallback(
    (row: number, column: number) =>
      map && isVisible(row, column, map.causal)
        ? weightLevel(map.weights[row * map.slots.size + column] ?? 0, bound)
        : null,
    [map, bound],
  );
  const letter = LETTERS[index] ?? "";
  const name = choiceName(of.choice);
  if (!view || !map || !of.answer) {
    const kind = of.summary?.kind ?? "";
    const without = of.answer?.maps.layers === 0;
    const why = t().why;
    return (
      <figure class="side-map">
        <figcaption>
          <b class="side-letter">{letter}</b> <span class="side-map-name">{name}</span>
        </figcaption>
        {!of.failure && <p class="side-map-none">{without ? (why.noAttention[kind] ?? why.noAttentionHere) : ""}</p>}
      </figure>
    );
  }
  const at = place.value;
  const cell = at && cellAtPlace(at, map.slots);
  const value = at ? weightAt(map, at) : null;
  const stack = layerName(view.maps.stacks, map.layer);
  const layer = hasStacks(view.maps.stacks) ? stack : words.layer(stack);
  const head = map.head === "mean" ? words.headMean : words.head(String(map.head + 1));
  const toPlace = (where: { row: number; column: number }) => placeCell(where, map.slots);
  return (
    <figure class="side-map">
      <figcaption>
        <b class="side-letter">{letter}</b> <span class="side-map-name">{name}</span>
        <b class="side-map-value">{value === null ? words.blank : decimal(value)}</b>
      </figcaption>
      <p class="side-map-shown">
        {layer}, {head}
      </p>
      <MapAxis data={data} items={of.answer.maps.items} side={side} axis={AXIS}>
        <Heatmap
          id={`side-map-${index}`}
          label={words.mapLabel(letter, name)}
          size={map.slots.size}
          side={side}
          ramp="seq"
          causal={map.causal}
          level={level}
          focus={cell && isVisible(cell.row, cell.column, map.causal) ? cell : null}
          pinned={isPinned.value}
          focusLabel={at ? spoken(data, of, at, value === null ? words.blank : decimal(value)) : ""}
          onFocus={(next) => pointTo(next && toPlace(next))}
          onPin={(next) => pin(toPlace(next))}
          onFree={free}
        />
      </MapAxis>
    </figure>
  );
}

/** A cell in words: who looks at what, and the number. */
function spoken(data: Catalogue, of: Side, at: PlacedCell, value: string): string {
  const { answer } = of;
  if (!answer) return "";
  return t().why.cellLabel(rowName(data, answer, at.row), columnName(data, answer, at.column), value);
}

function DifferenceMap({ data, side }: { data: Catalogue; side: number }) {
  const words = t().side;
  const now = contrast.value;
  const level = useCallback(
    (row: number, column: number) => {
      const value = now?.cells[row * now.grid.size + column] ?? null;
      return value === null || !now ? null : signedLevel(value, now.bound);
    },
    [now],
  );
  const b = LETTERS[partner.value] ?? "";
  const a = sides.value[0];
  const title = words.difference("A", b);
  if (!now || !a?.answer || now.grid.size === 0) {
    const answers = [a?.answer, sides.value[partner.value]?.answer];
    const without = answers.some((answer) => answer?.maps.layers === 0);
    return (
      <figure class="side-map">
        <figcaption>
          <span class="side-map-name">{title}</span>
        </figcaption>
        {without && <p class="side-map-none">{words.noDifference}</p>}
      </figure>
    );
  }
  const { grid } = now;
  const at = place.value;
  const row = at ? grid.rows.indexOf(at.row) : -1;
  const column = at ? grid.columns.indexOf(at.column) : -1;
  const value = row >= 0 && column >= 0 ? (now.cells[row * grid.size + column] ?? null) : null;
  const causal = now.left.causal && now.right.causal;
  const focus = value === null ? null : { row, column };
  const toPlace = (where: { row: number; column: number }): PlacedCell => ({
    row: grid.rows[where.row] ?? "readout",
    column: grid.columns[where.column] ?? 0,
  });
  const { answer } = a;
  const items = grid.columns.map((one) => (one === "mask" ? 0 : (answer.session[one] ?? 0)));
  return (
    <figure class="side-map">
      <figcaption>
        <span class="side-map-name">{title}</span>
        <b class="side-map-value">{value === null ? words.blank : signed(value)}</b>
      </figcaption>
      <p class="side-map-shown" />
      <MapAxis data={data} items={items} side={side} axis={AXIS}>
        <Heatmap
          id="side-difference"
          label={words.differenceLabel("A", b)}
          size={grid.size}
          side={side}
          ramp="div"
          causal={causal}
          level={level}
          focus={focus}
          pinned={isPinned.value}
          focusLabel={at && value !== null ? spoken(data, a, at, signed(value)) : ""}
          onFocus={(next) => pointTo(next && toPlace(next))}
          onPin={(next) => pin(toPlace(next))}
          onFree={free}
        />
      </MapAxis>
    </figure>
  );
}
