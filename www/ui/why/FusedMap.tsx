// The fused map, larger than its parts, with the items along both sides.
import { useCallback, useMemo } from "preact/hooks";
import { t } from "../../content";
import { current } from "../../state/current";
import { focusCell, freeCell, hoverCell, pinCell } from "../../state/focus";
import { isVisible } from "../../state/slots";
import { Heatmap } from "../../viz/Heatmap";
import { edge } from "../../viz/heatmapCells";
import { signedLevel, weightLevel } from "../../viz/ramps";
import { useWidth } from "../../viz/useWidth";
import { decimal, signed } from "../common/format";
import { Pictogram } from "../common/Pictogram";
import { SourceMark } from "../common/SourceMark";
import { FUSED_SOURCE } from "../common/sources";
import { bounds, focused, shown } from "./context";

/** Room for the pictograms at the left. */
const AXIS = 24;
/** Below this a cell is too small for a pictogram or a number beside it. */
const NARROWEST_LABEL = 15;

export function FusedMap() {
  const [ref, width] = useWidth<HTMLElement>();
  const after = current.fusedShows.value === "weights";
  const words = t().why;
  const side = width - AXIS;
  const axes = useMemo(() => ({ left: <Axis side={side} vertical />, below: <Axis side={side} /> }), [side]);
  if (!shown.value) return null;
  return (
    <figure class="fused-map" ref={ref}>
      <figcaption>
        <SourceMark source={FUSED_SOURCE} />
        <span class="source-map-name">{after ? words.fusedWeightsTitle : words.fusedScoresTitle}</span>
        <FusedValue />
      </figcaption>
      {side > 0 && (
        <div class="fused-grid" style={{ gridTemplateColumns: `${AXIS - 4}px ${side}px` }}>
          {axes.left}
          <FusedCells side={side} />
          <span />
          {axes.below}
        </div>
      )}
    </figure>
  );
}

/** The focus cell's number as the map on screen means it. */
function fusedValue(): string {
  const focus = focused.value;
  if (!focus) return "";
  return current.fusedShows.value === "weights" ? decimal(focus.weight) : signed(focus.fused);
}

function FusedValue() {
  return <b>{fusedValue()}</b>;
}

function FusedCells({ side }: { side: number }) {
  const now = shown.value;
  const scale = bounds.value;
  const cell = focusCell.value;
  const after = current.fusedShows.value === "weights";
  const values = after ? now?.slice.weights : now?.slice.fused;
  const size = now?.slice.size ?? 0;
  const causal = now?.maps.causal ?? true;
  const bound = (after ? scale?.weights : scale?.fused) ?? 1;
  const level = useCallback(
    (row: number, column: number) => {
      if (!isVisible(row, column, causal)) return null;
      const value = values?.[row * size + column] ?? 0;
      return after ? weightLevel(value, bound) : signedLevel(value, bound);
    },
    [values, size, bound, after, causal],
  );
  if (!now) return null;
  const words = t().why;
  const item = (at: number) => now.items[at]?.name ?? "";
  return (
    <Heatmap
      id="map-fused"
      label={words.fusedLabel(after)}
      size={size}
      side={side}
      causal={causal}
      ramp={after ? "seq" : "div"}
      level={level}
      focus={cell}
      pinned={cell?.pinned ?? false}
      focusLabel={cell ? words.cellLabel(item(cell.row), item(cell.column), fusedValue()) : ""}
      onFocus={(next) => hoverCell(next)}
      onPin={(next) => pinCell(next)}
      onFree={() => freeCell()}
    />
  );
}

/** Pictograms where cells are wide enough, numbers of every few steps otherwise. */
function Axis({ side, vertical = false }: { side: number; vertical?: boolean }) {
  const now = shown.value;
  if (!now) return null;
  const { size } = now.slice;
  const every = Math.ceil(NARROWEST_LABEL / (side / size));
  return (
    <div class={vertical ? "map-axis is-vertical" : "map-axis"} aria-hidden="true">
      {now.items.map((item, index) => {
        if (index % every !== 0) return null;
        const middle = `${(edge(index, size, side) + edge(index + 1, size, side)) / 2}px`;
        return (
          <span key={index} style={vertical ? { top: middle } : { left: middle }} title={item?.name}>
            {every === 1 ? <Pictogram item={item} /> : now.step(index)}
          </span>
        );
      })}
    </div>
  );
}
