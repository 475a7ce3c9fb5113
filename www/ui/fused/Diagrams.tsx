// The diagrams and what lies over them: the marks of the sources as buttons, one tab stop a diagram, and their maps for pointers.
import { useLayoutEffect } from "preact/hooks";
import { t } from "../../content";
import { hoveredSource, litSource } from "../../state/litSource";
import { lightFused } from "../../viz/drawFused";
import { type DiagramPlace, mapSpots, type Spot } from "../../viz/fusedLayout";
import type { FusedDiagram } from "../../viz/fusedModel";
import { inRem, useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { drawsAll } from "./drawn";
import { fusedSource, fusedTable, fusedText } from "./figure";
import { togglePin } from "./light";
import { fusedDrawing, fusedLayout, fusedModel, fusedWidth, hasRoomForAll } from "./model";
import { SourceKeys } from "./SourceKeys";

export function Diagrams() {
  const [box, { width }] = useRoom<HTMLDivElement>();
  useLayoutEffect(() => {
    if (width === 0) return;
    fusedWidth.value = width;
    drawsAll.value = hasRoomForAll(width);
  }, [width]);
  const layout = fusedLayout.value;
  const words = t().fused;
  return (
    <div ref={box} class="fused-figure">
      <Figure
        name="fused"
        head={<PathKey />}
        caption={fusedText.value.caption}
        source={fusedModel.value ? fusedSource : null}
        table={() => <FigureTable caption={words.table.caption} table={fusedTable()} />}
      >
        {layout && (
          <Drawing size={layout} over={<Over />}>
            <Lit />
          </Drawing>
        )}
      </Figure>
    </div>
  );
}

/** Redrawn alone when the light moves. */
function Lit() {
  const drawing = fusedDrawing.value;
  return drawing && lightFused(drawing, litSource.value);
}

function Over() {
  const [model, layout] = [fusedModel.value, fusedLayout.value];
  if (!model || !layout) return null;
  return (
    <>
      {layout.places.map((place, index) => {
        const diagram = model.diagrams[index];
        return diagram && <OneOver key={index} diagram={diagram} place={place} />;
      })}
    </>
  );
}

function OneOver({ diagram, place }: { diagram: FusedDiagram; place: DiagramPlace }) {
  return (
    <>
      {mapSpots(diagram, place).map((spot) => (
        <MapSpot key={spot.letter} spot={spot} />
      ))}
      <SourceKeys diagram={diagram} place={place} />
    </>
  );
}

/** The map of a source does what its mark does; keys and readers have the mark. */
function MapSpot({ spot: { letter, x, y, width, height } }: { spot: Spot }) {
  return (
    <div
      class="fused-spot"
      data-letter={letter}
      aria-hidden="true"
      style={{ left: inRem(x), top: inRem(y), width: inRem(width), height: inRem(height) }}
      onPointerEnter={() => {
        hoveredSource.value = letter;
      }}
      onPointerLeave={() => {
        hoveredSource.value = null;
      }}
      onClick={() => togglePin(letter)}
    />
  );
}

function PathKey() {
  const { diagram, keyLabel } = t().fused;
  return (
    <ul class="fused-key" aria-label={keyLabel}>
      <li>
        <i class="fused-line" aria-hidden="true" /> {diagram.scoresPath}
      </li>
      <li>
        <i class="fused-line is-values" aria-hidden="true" /> {diagram.valuesPath}
      </li>
    </ul>
  );
}
