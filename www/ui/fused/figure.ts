// The diagrams as a figure for files, and their tensors as a table.
import { computed } from "@preact/signals";
import { loadWords, t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { litSource } from "../../state/litSource";
import { type DrawFigure, type FigureCell, type FigureTable, figureText } from "../../viz/figure";
import { dataFact, sessionFact } from "../common/figureFacts";
import { count, decimal, signed } from "../common/format";
import { planOf } from "../common/fusionPlan";
import { sourceName } from "../common/sourceName";
import type { Drawn } from "./drawn";
import { fusedModel, rowsOrN, shapesOfDrawn, shownWays, sources } from "./model";
import { partsOf, scoreOf, shownOf, weightOf, written } from "./numbers";
import { focusFact, settingFacts } from "./settings";

export const fusedText = computed(() =>
  figureText(t().fused.title, "", [...settingFacts(), dataFact(), sessionFact(), ...focusFact()]),
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
  return [
    ...names.map((source, index) => [name, words.vector(source), size(n, widthOf(index)), ""]),
    ...(plan === "decoupled"
      ? names.flatMap((source, index) => [
          [name, words.queries(source), size(n, headOf(index)), ""],
          [name, words.score(source), size(n, n), written(parts[index] ?? null, signed)],
        ])
      : []),
    [name, words.fusedScore, size(n, n), written(shown && scoreOf(shown), signed)],
    [name, words.weight, size(n, n), written(shown && weightOf(shown), decimal)],
    ...(plan === "stacks" ? [[name, words.second, size(n, n), written(second && weightOf(second), decimal)]] : []),
    [name, words.values, size(n, shapes?.headWidth), ""],
  ];
}

export function fusedTable(): FigureTable {
  const words = t().fused.table;
  return {
    columns: [{ label: words.diagram }, { label: words.tensor }, { label: words.shape }, { label: words.number }],
    rows: shownWays.value.flatMap(rowsOf),
  };
}

export async function fusedSource(): Promise<DrawFigure> {
  const [{ fusedFigure }] = await Promise.all([import("../../viz/fusedFigure"), loadWords(["figure"])]);
  const model = fusedModel.peek();
  if (!model) throw new Error("there are no diagrams to draw");
  const [text, lit, table] = [fusedText.peek(), litSource.peek(), fusedTable()];
  return (size, theme) => fusedFigure({ ...text, model, lit, table: () => table }, size, theme);
}
