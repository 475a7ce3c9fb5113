// The scores of every source and what they are fused into, in the form that was chosen: maps, lines between the clicks, or every layer
// and head at a glance. One figure for all of them: its controls stay while what they control changes.
import { useLayoutEffect } from "preact/hooks";
import { current } from "../../state/current";
import type { FigureName, MapForm } from "../../state/fields";
import { focusCell } from "../../state/focus";
import { drawMapsFocus } from "../../viz/drawMaps";
import { PAGE } from "../../viz/tokens";
import { inRem, useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { isDue } from "../common/isDue";
import { KeyWords } from "../common/KeyWords";
import { lazy } from "../common/lazy";
import { isTable } from "../common/tables";
import { mapsDrawing, mapsLayout, mapsModel, mapsRoom, mapsWords } from "./drawnMaps";
import { MapControls } from "./MapControls";

const MapsCaption = lazy(async () => (await import("./MapsCaption")).MapsCaption, ["figure", "whyMore"]);
/** Asked for rarely, or seen by nobody: its code comes when it is needed. */
const MapsOver = lazy(async () => (await import("./MapsOver")).MapsOver, ["whyMore"]);
const FormTable = lazy(async () => (await import("./FormTable")).FormTable, ["reading", "whyMore"]);
const FusedMap = lazy(async () => (await import("./alone/FusedMap")).FusedMap, ["whyMore"]);
const Lines = lazy(async () => (await import("./lines/Lines")).Lines, ["whyMore"]);
const AllMaps = lazy(async () => (await import("./all/AllMaps")).AllMaps, ["whyMore"]);

/** As narrow as the maps are where they stand in one column. */
const NARROW = 496;
const FORM_FIGURES: Readonly<Record<MapForm, FigureName>> = {
  maps: "maps",
  fused: "fused-map",
  lines: "lines",
  all: "all-maps",
};

export function Maps() {
  const [box, { width }] = useRoom<HTMLDivElement>();
  const [head, { height }] = useRoom<HTMLDivElement>();
  useLayoutEffect(() => {
    mapsRoom.value = { width, controls: height };
  }, [width, height]);
  const form = current.mapForm.value;
  const layout = form === "maps" ? mapsLayout.value : null;
  const name = FORM_FIGURES[form];
  const asTable = isTable(name);
  const isWide = layout?.form === "wide" && !asTable;
  return (
    <div ref={box}>
      <Figure
        name={name}
        class="why-maps"
        form={asTable ? "table" : (layout?.form ?? (width < NARROW ? "narrow" : form))}
        head={<MapControls />}
        headRef={head}
        headWidth={isWide ? inRem(layout.free.width) : ""}
        caption={isDue.value && <MapsCaption />}
        source={async () => (await import("./figures")).formSource()}
        table={() => <FormTable />}
      >
        {layout && (
          <Drawing
            size={layout}
            moving={<Focus />}
            over={
              <>
                <KeyWords place={layout.key} words={mapsWords()} />
                {isDue.value && <MapsOver layout={layout} />}
              </>
            }
          >
            {mapsDrawing.value}
          </Drawing>
        )}
        {form === "fused" && <FusedMap />}
        {form === "lines" && <Lines />}
        {form === "all" && <AllMaps />}
      </Figure>
    </div>
  );
}

/** All that moves. */
function Focus() {
  const [model, layout] = [mapsModel.value, mapsLayout.value];
  return model && layout && drawMapsFocus(model, layout, focusCell.value, PAGE);
}
