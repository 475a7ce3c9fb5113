// The maps of every source and the one they are fused into: one drawing, a grid over each map, and the focus that moves over all of them.
import { useLayoutEffect } from "preact/hooks";
import { t } from "../../content";
import { focusCell, freeCell, hoverCell, pinCell } from "../../state/focus";
import { drawMapsFocus } from "../../viz/drawMaps";
import { MapGrid } from "../../viz/MapGrid";
import type { MapPlace, MapsLayout } from "../../viz/mapsLayout";
import { PAGE } from "../../viz/tokens";
import { inRem, useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { decimal, signed } from "../common/format";
import { isDue } from "../common/isDue";
import { KeyWords } from "../common/KeyWords";
import { lazy } from "../common/lazy";
import { isTable } from "../common/tables";
import { mapsDrawing, mapsLayout, mapsModel, mapsRoom, mapsWords } from "./drawnMaps";
import { MapControls } from "./MapControls";

const MapsCaption = lazy(async () => (await import("./MapsCaption")).MapsCaption, ["figure"]);
/** Asked for rarely: its code comes when it is. */
const MapsTable = lazy(async () => (await import("./MapsTable")).MapsTable, ["reading"]);

export function Maps() {
  const [box, { width }] = useRoom<HTMLDivElement>();
  const [head, { height }] = useRoom<HTMLDivElement>();
  useLayoutEffect(() => {
    mapsRoom.value = { width, controls: height };
  }, [width, height]);
  const layout = mapsLayout.value;
  const isWide = layout?.form === "wide";
  const asTable = isTable("maps");
  return (
    <div ref={box}>
      <Figure
        name="maps"
        class="why-maps"
        form={asTable ? "table" : layout?.form}
        head={<MapControls />}
        headRef={head}
        headWidth={isWide && !asTable ? inRem(layout.free.width) : ""}
        caption={isDue.value && <MapsCaption />}
        source={async () => (await import("./figures")).mapsSource()}
        table={() => <MapsTable />}
      >
        {layout && (
          <Drawing size={layout} moving={<Focus />} over={<Over layout={layout} />}>
            {mapsDrawing.value}
          </Drawing>
        )}
      </Figure>
    </div>
  );
}

function Over({ layout }: { layout: MapsLayout }) {
  return (
    <>
      <KeyWords place={layout.key} words={mapsWords()} />
      {layout.sources.map((place, index) => (
        <SourceGrid key={index} index={index} place={place} />
      ))}
      <FusedGrid place={layout.fused} />
    </>
  );
}

/** All that moves. */
function Focus() {
  const [model, layout] = [mapsModel.value, mapsLayout.value];
  return model && layout && drawMapsFocus(model, layout, focusCell.value, PAGE);
}

function SourceGrid({ index, place }: { index: number; place: MapPlace }) {
  const source = mapsModel.value?.sources[index];
  if (!source) return null;
  return (
    <Grid id={`map-${index}`} label={t().why.mapLabel(source.name)} of={source.values} write={signed} place={place} />
  );
}

function FusedGrid({ place }: { place: MapPlace }) {
  const fused = mapsModel.value?.fused;
  if (!fused) return null;
  const after = fused.ramp === "seq";
  const write = after ? decimal : signed;
  return <Grid id="map-fused" label={t().why.fusedLabel(after)} of={fused.values} write={write} place={place} />;
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
    ? t().why.cellLabel(item(cell.row), item(cell.column), write(of[cell.row * size + cell.column] ?? 0))
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
