// One small map per source, in one row where they fit, a plus sign between them: the picture of the sum.
import { useCallback } from "preact/hooks";
import { t } from "../../content";
import { current } from "../../state/current";
import { focusCell, freeCell, hoverCell, pinCell } from "../../state/focus";
import { isVisible } from "../../state/slots";
import { Heatmap } from "../../viz/Heatmap";
import { signedLevel } from "../../viz/ramps";
import { useWidth } from "../../viz/useWidth";
import { decimal, signed } from "../common/format";
import { askOf, nameOf } from "../common/maps/names";
import { SourceMark } from "../common/SourceMark";
import type { SourceView } from "../common/sources";
import { bounds, focused, shown } from "./context";
import { SumCell } from "./SumCell";

/** Room a plus sign takes between two maps. */
const OPERATOR = 20;
const NARROWEST = 84;
const WIDEST = 136;
/** A model with one map has room for a larger one. */
const WIDEST_ALONE = 176;

export function SourceMaps() {
  const [ref, width] = useWidth<HTMLDivElement>();
  const now = shown.value;
  const scale = bounds.value;
  if (!now || !scale) return null;
  const count = now.sources.length;
  const fits = Math.floor((width + OPERATOR) / (NARROWEST + OPERATOR));
  const columns = Math.min(count, Math.max(3, fits));
  const between = columns === count ? OPERATOR : 12;
  const side = Math.min(count === 1 ? WIDEST_ALONE : WIDEST, Math.floor((width - (columns - 1) * between) / columns));
  const adds = columns === count && count > 1;
  return (
    <div
      class="source-maps"
      ref={ref}
      style={{ gridTemplateColumns: `repeat(${columns}, ${side}px)`, columnGap: `${between}px` }}
    >
      {side > 0 &&
        now.sources.map((source, index) => (
          <SourceMap
            key={source.letter}
            source={source}
            index={index}
            side={side}
            operator={adds && index > 0}
            bound={scale.sources[index] ?? 1}
          />
        ))}
      {side > 0 && columns < count && <SumCell />}
    </div>
  );
}

interface SourceMapProps {
  source: SourceView;
  index: number;
  side: number;
  /** A plus sign stands before this map. */
  operator: boolean;
  bound: number;
}

function SourceMap({ source, index, side, operator, bound }: SourceMapProps) {
  const now = shown.value;
  const cell = focusCell.value;
  const values = now?.slice.sources[index];
  const size = now?.slice.size ?? 0;
  const causal = now?.maps.causal ?? true;
  const level = useCallback(
    (row: number, column: number) =>
      isVisible(row, column, causal) ? signedLevel(values?.[row * size + column] ?? 0, bound) : null,
    [values, size, bound, causal],
  );
  if (!now || !values) return null;
  const words = t().why;
  const value = signed(values[focused.value?.at ?? 0] ?? 0);
  const name = nameOf(source, now.sources.length);
  const item = (at: number) => now.items[at]?.name ?? "";
  return (
    <figure class={operator ? "source-map is-added" : "source-map"} style={{ "--c": source.colour }}>
      <figcaption>
        <SourceMark source={source} />
        <span class="source-map-name">{name}</span>
        <b>{value}</b>
      </figcaption>
      <Heatmap
        id={`map-${index}`}
        label={words.mapLabel(name)}
        size={size}
        side={side}
        causal={causal}
        ramp="div"
        level={level}
        focus={cell}
        pinned={cell?.pinned ?? false}
        focusLabel={cell ? words.cellLabel(item(cell.row), item(cell.column), value) : ""}
        onFocus={(next) => hoverCell(next)}
        onPin={(next) => pinCell(next)}
        onFree={() => freeCell()}
      />
      <p class="source-map-asks">
        <span>{askOf(source, now.sources.length)}</span>
        {current.scale.value === "own" && <span>{words.ownScale(decimal(bound, bound < 1 ? 2 : 1))}</span>}
      </p>
    </figure>
  );
}
