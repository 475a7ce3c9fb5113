import type { ComponentChildren } from "preact";
import type { Catalogue } from "../../engine.ts";
import { edge } from "../../viz/heatmapCells";
import { Pictogram } from "../common/Pictogram";
import { slotItem } from "../common/slotItem";

/** Below this a cell is too narrow for a pictogram beside it. */
const NARROWEST_LABEL = 13;

interface Props {
  readonly data: Catalogue;
  readonly items: readonly number[];
  readonly side: number;
  readonly axis: number;
  readonly children: ComponentChildren;
}

/** A map with its items along the left and the foot, where cells leave room for them. */
export function MapAxis({ data, items, side, axis, children }: Props) {
  const draws = side / items.length >= NARROWEST_LABEL;
  return (
    <div class="side-map-grid" style={{ gridTemplateColumns: `${axis - 4}px ${side}px` }}>
      <Labels data={data} items={draws ? items : []} side={side} vertical />
      {children}
      <span />
      <Labels data={data} items={draws ? items : []} side={side} />
    </div>
  );
}

function Labels({ data, items, side, vertical = false }: Omit<Props, "axis" | "children"> & { vertical?: boolean }) {
  return (
    <div class={vertical ? "map-axis is-vertical" : "map-axis"} aria-hidden="true">
      {items.map((id, index) => {
        const middle = `${(edge(index, items.length, side) + edge(index + 1, items.length, side)) / 2}px`;
        const item = slotItem(data, id);
        return (
          <span key={index} style={vertical ? { top: middle } : { left: middle }} title={item?.name}>
            <Pictogram item={item} />
          </span>
        );
      })}
    </div>
  );
}
