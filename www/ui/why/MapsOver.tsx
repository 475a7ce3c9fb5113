// What lies over the drawn maps: a grid over each for pointers, keys and readers.
import { useLayoutEffect } from "preact/hooks";
import { t } from "../../content";
import { focusCell, pinCell } from "../../state/focus";
import { freeCell, hoverCell } from "../../state/hoverCell";
import { MapGrid } from "../../viz/MapGrid";
import type { MapPlace, MapsLayout } from "../../viz/mapsLayout";
import { decimal, signed } from "../common/format";
import { arriving } from "./arriving";
import { mapsModel } from "./drawnMaps";

export function MapsOver({ layout }: { layout: MapsLayout }) {
  useLayoutEffect(() => {
    if (arriving.peek() !== null) document.getElementById(arriving.peek() ?? "")?.focus({ preventScroll: true });
    arriving.value = null;
  }, []);
  return (
    <>
      {layout.sources.map((place, index) => (
        <SourceGrid key={index} index={index} place={place} />
      ))}
      <FusedGrid place={layout.fused} />
    </>
  );
}

function SourceGrid({ index, place }: { index: number; place: MapPlace }) {
  const source = mapsModel.value?.sources[index];
  if (!source) return null;
  const label = t().whyMore.mapLabel(source.name);
  return <Grid id={`map-${index}`} label={label} of={source.values} write={signed} place={place} />;
}

function FusedGrid({ place }: { place: MapPlace }) {
  const fused = mapsModel.value?.fused;
  if (!fused) return null;
  const after = fused.ramp === "seq";
  const write = after ? decimal : signed;
  return <Grid id="map-fused" label={t().whyMore.fusedLabel(after)} of={fused.values} write={write} place={place} />;
}

interface GridProps {
  readonly id: string;
  readonly label: string;
  readonly of: ArrayLike<number>;
  readonly write: (value: number) => string;
  readonly place: MapPlace;
}

function Grid({ id, label, of, write, place }: GridProps) {
  const model = mapsModel.value;
  const cell = focusCell.value;
  if (!model) return null;
  const size = model.items.length;
  const item = (at: number) => model.items[at]?.name ?? "";
  const said = cell
    ? t().whyMore.cellLabel(item(cell.row), item(cell.column), write(of[cell.row * size + cell.column] ?? 0))
    : "";
  return (
    <MapGrid
      id={id}
      label={label}
      place={place}
      size={size}
      causal={model.causal}
      focus={cell}
      pinned={cell?.pinned ?? false}
      focusLabel={said}
      onFocus={hoverCell}
      onPin={pinCell}
      onFree={freeCell}
    />
  );
}
