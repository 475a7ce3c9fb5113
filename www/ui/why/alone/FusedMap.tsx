// The fused map alone: for whoever wants to see it large, and for a lecture that has not yet said what it is made of.
import { focusCell } from "../../../state/focus";
import { drawFusedMapFocus } from "../../../viz/drawFusedMap";
import { PAGE } from "../../../viz/tokens";
import { Drawing } from "../../common/Drawing";
import { KeyWords } from "../../common/KeyWords";
import { MapsOver } from "../MapsOver";
import { fusedMapDrawing, fusedMapLayout, fusedMapModel, fusedMapWords, isRowCovered } from "./model";

export function FusedMap() {
  const [layout, model] = [fusedMapLayout.value, fusedMapModel.value];
  if (!layout || !model) return null;
  const over = (
    <>
      <KeyWords place={layout.key} words={fusedMapWords()} />
      {/* Over it lie its numbers, in words. */}
      {!isRowCovered.value && <MapsOver layout={layout} />}
    </>
  );
  return (
    <Drawing size={layout} moving={<Focus />} over={over}>
      {fusedMapDrawing.value}
    </Drawing>
  );
}

function Focus() {
  const [model, layout] = [fusedMapModel.value, fusedMapLayout.value];
  return model && layout && drawFusedMapFocus(model, layout, focusCell.value, isRowCovered.value, PAGE);
}
