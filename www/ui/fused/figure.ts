// The diagrams as a figure for files, and their tensors as a table.
import { computed } from "@preact/signals";
import { loadWords, t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { litSource } from "../../state/litSource";
import { catalogue } from "../../state/opened";
import { type DrawFigure, type FigureCell, type FigureTable, figureText, type Nested, SHARE } from "../../viz/figure";
import { dataFact, modelsFact, seedFacts, sessionFact } from "../common/figureFacts";
import { count, decimal, signed } from "../common/format";
import { planOf } from "../common/fusionPlan";
import { nestedMaps } from "../common/maps/nestedMaps";
import { sourceName } from "../common/sourceName";
import { sourceViews } from "../common/sources";
import type { Drawn } from "./drawn";
import { fusedModel, rowsOrN, shapesOfDrawn, shownWays, sources } from "./model";
import { partsOf, scoreOf, shownOf, weightOf } from "./numbers";
import { focusFact, settingFacts } from "./settings";

export const fusedText = computed(() =>
  figureText(t().fused.title, "", [
    ...modelsFact(shownWays.value.map(({ name }) => name)),
    ...seedFacts(shownWays.value.flatMap(({ seed }) => seed ?? [])),
    ...[...settingFacts(), dataFact(), sessionFact(), ...focusFact()],
  ]),
);

const by = (...sizes: readonly (number | string)[]) =>
  sizes.map((one) => (typeof one === "number" ? count(one) : one)).join(" × ");

/** Every tensor on the way of one diagram. */
function rowsOf(one: Drawn): FigureCell[][] {
  const words = t().fused.table;
  const shapes = shapesOfDrawn(one);
  const plan = planOf(one.system);
  const shown = one.maps && shownOf(one.maps);
  const second = plan === "stacks" ? one.maps && shownOf(one.maps, "attribute") : null;
  const n = rowsOrN(shapes);
  const name = `${t().fused.ways[one.way]}, ${one.name}`;
  const parts = shown && plan === "decoupled" ? partsOf(shown) : [];
  const names = sources.value.map((source) => withoutMarks(sourceName(source)));
  const size = (...sizes: readonly (number | string | undefined)[]) =>
    sizes.every((value): value is number | string => value !== undefined) ? by(...sizes) : "–";
  const widthOf = (index: number) => (index < 2 ? shapes?.width : shapes?.attributes[index - 2]?.width);
  const headOf = (index: number) => (index < 2 ? shapes?.headWidth : shapes?.attributes[index - 2]?.headWidth);
  const of = (tensor: string, shape: string, score: number | null = null, weight: number | null = null) => [
    ...[name, tensor, shape],
    ...[score, weight],
  ];
  return [
    ...names.map((source, index) => of(words.vector(source), size(n, widthOf(index)))),
    ...(plan === "decoupled"
      ? names.flatMap((source, index) => [
          of(words.queries(source), size(n, headOf(index))),
          of(words.score(source), size(n, n), parts[index]),
        ])
      : []),
    of(words.fusedScore, size(n, n), shown && scoreOf(shown)),
    of(words.weight, size(n, n), null, shown && weightOf(shown)),
    ...(plan === "stacks" ? [of(words.second, size(n, n), null, second && weightOf(second))] : []),
    of(words.values, size(n, shapes?.headWidth)),
  ];
}

/** The maps of every diagram whose model has answered. */
function fusedNested(): Nested {
  const attributes = catalogue.value?.attributes ?? [];
  return shownWays.value.flatMap(({ way, system, maps }) => {
    const shown = maps && shownOf(maps);
    if (!shown) return [];
    const views = sourceViews(maps.sources, attributes).map((view) => ({
      letter: view.letter,
      name: sourceName(view),
    }));
    return [{ way, system, maps: nestedMaps(shown.slice, views, shown.causal) }];
  });
}

export function fusedTable(): FigureTable {
  const words = t().fused.table;
  return {
    columns: [
      { label: words.diagram },
      { label: words.tensor },
      { label: words.shape },
      { label: words.scoreHere, write: (value) => signed(value) },
      { label: words.weightHere, unit: SHARE, write: (value) => decimal(value) },
    ],
    rows: shownWays.value.flatMap(rowsOf),
  };
}

export async function fusedSource(): Promise<DrawFigure> {
  const [{ fusedFigure }] = await Promise.all([import("../../viz/fusedFigure"), loadWords(["figure"])]);
  const model = fusedModel.peek();
  if (!model) throw new Error("there are no diagrams to draw");
  const [text, lit, table, nested] = [fusedText.peek(), litSource.peek(), fusedTable(), fusedNested()];
  const parts = { ...text, model, lit, table: () => table, nested: () => nested };
  return (size, theme) => fusedFigure(parts, size, theme);
}
