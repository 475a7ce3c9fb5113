// The diagrams as they are drawn: where each model's sources meet, in its shapes and with its numbers at the focus.
import { computed, signal } from "@preact/signals";
import { t } from "../../content";
import { current, session } from "../../state/current";
import { catalogue } from "../../state/opened";
import { isVisible } from "../../state/slots";
import { drawFused } from "../../viz/drawFused";
import { diagramsAcross, layoutFused } from "../../viz/fusedLayout";
import type { FusedDiagram, FusedModel, FusedPlan, FusedThumb } from "../../viz/fusedModel";
import { largest, niceBound } from "../../viz/scales";
import { PAGE } from "../../viz/tokens";
import { count, decimal, signed } from "../common/format";
import { planOf } from "../common/fusionPlan";
import { type SourceView, sourceViews } from "../common/sources";
import { chosen, type Drawn, drawn, drawsAll } from "./drawn";
import { partsOf, type Shown, scoreOf, shownOf, weightOf, written } from "./numbers";
import { clicksRead, rowsRead, type Shapes, shapesOf } from "./shapes";
import { type Joining, joiningOf } from "./ways";

/** Item, position, then the attributes of the data. */
export const sources = computed<readonly SourceView[]>(() => {
  const attributes = catalogue.value?.attributes ?? [];
  return sourceViews(
    [
      { kind: "item", name: "item", attribute: null },
      { kind: "position", name: "position", attribute: null },
      ...attributes.map(({ name }, attribute) => ({ kind: "attribute" as const, name, attribute })),
    ],
    attributes,
  );
});

export const shapesOfDrawn = ({ config }: Drawn): Shapes | null => shapesOf(config, sources.value.length - 2);

const NONE: Omit<FusedThumb, "size"> = { causal: true, values: null, bound: 1, text: "" };

function isSeen({ slice, causal }: Shown) {
  return (at: number) => isVisible(Math.floor(at / slice.size), at % slice.size, causal);
}

function scoreThumb(shown: Shown | null, values: Float32Array | undefined, bound: number, text: string): FusedThumb {
  if (!shown || !values) return { ...NONE, size: 0 };
  return { size: shown.slice.size, causal: shown.causal, values, bound, text };
}

function weightThumb(shown: Shown | null): FusedThumb {
  if (!shown) return { ...NONE, size: 0 };
  const { size, weights } = shown.slice;
  return { size, causal: shown.causal, values: weights, bound: 1, text: written(weightOf(shown), decimal) };
}

function fusedThumb(shown: Shown | null): FusedThumb {
  const bound = shown ? niceBound(largest(shown.slice.fused, isSeen(shown))) : 1;
  return scoreThumb(shown, shown?.slice.fused, bound, shown ? written(scoreOf(shown), signed) : "");
}

/** One map a source; all share one scale, so that equal colours are equal scores. */
function sourceThumbs(shown: Shown | null): FusedThumb[] {
  if (!shown) return sources.value.map(() => ({ ...NONE, size: 0 }));
  const maps = shown.slice.sources;
  const bound = Math.max(...maps.map((map) => niceBound(largest(map, isSeen(shown)))));
  const parts = partsOf(shown);
  return maps.map((map, index) => scoreThumb(shown, map, bound, written(parts[index] ?? null, signed)));
}

function widthsOf(shapes: Shapes | null): string[] {
  if (!shapes) return sources.value.map(() => "–");
  const { width, attributes } = shapes;
  return [width, width, ...attributes.map((attribute) => attribute.width)].map(count);
}

function subOf(shapes: Shapes | null, { isAnswering, hasModel }: Drawn): string {
  const words = t().fused;
  const n = session.value.length;
  const clicks = shapes && n > 0 ? [words.clicks(clicksRead(shapes, n))] : [];
  const sizes = shapes ? [words.layers(shapes.layers), words.heads(shapes.heads), ...clicks] : [];
  const state = isAnswering ? [words.onScreen] : hasModel ? [] : [words.shapesOnly];
  return [...state, ...sizes].join(", ");
}

/** How many rows a model's tensors have; n before there is a session, or while its slots are not known. */
export function rowsOrN(shapes: Shapes | null): string {
  const n = session.value.length;
  return shapes && n > 0 ? count(rowsRead(shapes, n)) : "n";
}

/** What comes out of the hexagon: the score where scores meet, a shape where vectors do. */
function joinedText(one: Drawn, shapes: Shapes | null, shown: Shown | null): string {
  const plan = planOf(one.system);
  if (plan === "decoupled") return shown ? written(scoreOf(shown), signed) : "";
  if (!shapes || plan === "pretraining") return "";
  const { width } = shapes;
  return plan === "stacks" ? `${count(2 * width)} → ${count(width)}` : `${rowsOrN(shapes)} × ${count(width)}`;
}

function joinWords(plan: FusedPlan, joining: Joining): string {
  const { vectors, scores } = t().fused.joins;
  const way = joining === "sigmoid_gate" ? "gate" : joining;
  if (plan !== "decoupled") return vectors[way];
  return way === "concat" || way === "gate" ? scores[way] : scores.sum;
}

function diagramOf(one: Drawn): FusedDiagram {
  const words = t().fused;
  const plan = planOf(one.system);
  const shapes = shapesOfDrawn(one);
  const widths = widthsOf(shapes);
  const shown = one.maps && shownOf(one.maps);
  const second = plan === "stacks" ? one.maps && shownOf(one.maps, "attribute") : null;
  const joining = joiningOf(one.system, one.config);
  return {
    plan,
    title: words.ways[one.way],
    system: one.name,
    sub: subOf(shapes, one),
    isChosen: one.way === current.way.value,
    sources: sources.value.map(({ letter, token }, index) => ({ letter, source: token, width: widths[index] ?? "" })),
    scores:
      plan === "decoupled"
        ? sourceThumbs(shown)
        : plan === "stacks"
          ? [fusedThumb(shown), fusedThumb(second)]
          : [fusedThumb(shown)],
    weights: plan === "stacks" ? [weightThumb(shown), weightThumb(second)] : [weightThumb(shown)],
    join: {
      note: joinWords(plan, joining),
      text: joinedText(one, shapes, shown),
    },
    values: plan === "input" ? words.valuesMixture : words.valuesItem,
  };
}

/** The ways whose diagrams are on screen. */
export const shownWays = computed<readonly Drawn[]>(() => {
  // Early and late fusion need something to fuse.
  const hasAttributes = sources.value.length > 2;
  const wanted = drawsAll.value ? drawn.value : drawn.value.filter((one) => one === chosen.value);
  return wanted.filter(({ way }) => hasAttributes || way === "decoupled");
});

export const fusedModel = computed<FusedModel | null>(() =>
  catalogue.value ? { diagrams: shownWays.value.map(diagramOf), words: t().fused.diagram } : null,
);

export const fusedWidth = signal(0);

/** Whether there is room for all three ways beside each other. */
export function hasRoomForAll(width: number): boolean {
  return diagramsAcross(width) === 3;
}

export const fusedLayout = computed(() => {
  const model = fusedModel.value;
  return model && fusedWidth.value > 0 ? layoutFused(model, fusedWidth.value, false) : null;
});

export const fusedDrawing = computed(() => {
  const [model, layout] = [fusedModel.value, fusedLayout.value];
  return model && layout && drawFused(model, layout, PAGE);
});
