import { t } from "../../content";
import { dispatch, explanation, mapView } from "../../state/store";
import { Segmented } from "../common/Segmented";
import { Select } from "../common/Select";
import { hasStacks, layerName } from "./names";
import { fusedShows, scaleChoice } from "./view";

/** More heads than this do not fit in one row of buttons. */
const MOST_BUTTONS = 5;

export function MapControls() {
  const maps = explanation.value;
  if (!maps) return null;
  const words = t().why;
  const { layer, head } = mapView.value;
  const layers = Array.from({ length: maps.layers }, (_, index) => ({
    value: String(index),
    label: layerName(maps.stacks, index),
  }));
  const heads = [
    ...Array.from({ length: maps.heads }, (_, index) => ({ value: String(index), label: String(index + 1) })),
    ...(maps.heads > 1 ? [{ value: "mean", label: words.mean }] : []),
  ];
  const Choice = heads.length > MOST_BUTTONS ? Select<string> : Segmented<string>;
  const LayerChoice = hasStacks(maps.stacks) ? Select<string> : Segmented<string>;
  return (
    <div class="why-controls">
      <Segmented
        label={words.fused}
        options={[
          { value: "weights", label: words.fusedWeights },
          { value: "scores", label: words.fusedScores },
        ]}
        value={fusedShows.value}
        onChange={(value) => {
          fusedShows.value = value;
        }}
      />
      <Segmented
        label={words.scale}
        options={[
          { value: "shared", label: words.scaleShared },
          { value: "own", label: words.scaleOwn },
        ]}
        value={scaleChoice.value}
        onChange={(value) => {
          scaleChoice.value = value;
        }}
      />
      <LayerChoice
        label={words.layer}
        options={layers}
        value={String(layer)}
        onChange={(value) => dispatch({ type: "layer", layer: Number(value) })}
      />
      <Choice
        label={words.head}
        options={heads}
        value={String(head)}
        onChange={(value) => dispatch({ type: "head", head: value === "mean" ? "mean" : Number(value) })}
      />
    </div>
  );
}
