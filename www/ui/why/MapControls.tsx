import { t } from "../../content";
import { explanation } from "../../state/answers";
import { current, set } from "../../state/current";
import { MAP_FORMS } from "../../state/fields";
import { mapHead, mapLayer } from "../../state/focus";
import { lazy } from "../common/lazy";
import { hasStacks, layerName } from "../common/maps/names";
import { Segmented } from "../common/Segmented";

/** A model of many heads, or of two stacks, is not the first one to be seen. */
const Select = lazy(async () => (await import("../common/Select")).Select<string>);
/** More heads than this do not fit in one row of buttons. */
const MOST_BUTTONS = 5;

export function MapControls() {
  const maps = explanation.value;
  if (!maps) return null;
  const words = t().why;
  const form = current.mapForm.value;
  const [layer, head] = [mapLayer.value, mapHead.value];
  const layers = Array.from({ length: maps.layers }, (_, index) => ({
    value: String(index),
    label: layerName(maps.stacks, index),
  }));
  const heads = [
    ...Array.from({ length: maps.heads }, (_, index) => ({ value: String(index), label: String(index + 1) })),
    ...(maps.heads > 1 ? [{ value: "mean", label: words.mean }] : []),
  ];
  const Choice = heads.length > MOST_BUTTONS ? Select : Segmented<string>;
  const LayerChoice = hasStacks(maps.stacks) ? Select : Segmented<string>;
  return (
    <div class="why-controls">
      <Segmented
        label={words.form}
        options={MAP_FORMS.map((value) => ({ value, label: words.forms[value] }))}
        value={form}
        onChange={(mapForm) => set({ mapForm })}
      />
      {form !== "all" && (
        <>
          <LayerChoice
            label={words.layer}
            options={layers}
            value={String(layer)}
            onChange={(value) => set({ layer: Number(value) })}
          />
          <Choice
            label={words.head}
            options={heads}
            value={String(head)}
            onChange={(value) => set({ head: value === "mean" ? "mean" : Number(value) })}
          />
        </>
      )}
      <Segmented
        label={words.scale}
        options={[
          { value: "shared", label: words.scaleShared },
          { value: "own", label: words.scaleOwn },
        ]}
        value={current.scale.value}
        onChange={(scale) => set({ scale })}
      />
      <Segmented
        label={words.fused}
        options={[
          { value: "weights", label: words.fusedWeights },
          { value: "scores", label: words.fusedScores },
        ]}
        value={current.fusedShows.value}
        onChange={(fusedShows) => set({ fusedShows })}
      />
    </div>
  );
}
