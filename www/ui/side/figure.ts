// The maps of the models as a figure for files.
import { computed } from "@preact/signals";
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { catalogue } from "../../state/opened";
import { type DrawFigure, type Fact, figureText } from "../../viz/figure";
import { dataFact, fact, focusFacts, seedFacts, sessionFact } from "../common/figureFacts";
import { choiceName } from "./ColumnHead";
import { sideFocus, sideModel } from "./drawnMaps";
import { place } from "./focus";
import { fileMatrices, fileNumbers } from "./mapsFile";
import { columnName, rowNames } from "./places";
import { answersWithMaps, LETTERS, sides } from "./sides";

/** Each model by its letter, with the layer and head on screen where that is what is shown, and their seeds. */
export function sideFacts(part: (index: number) => string = () => ""): Fact[] {
  const models = sides.value.map(({ choice }, index) => {
    const name = `${LETTERS[index] ?? ""} ${choiceName(choice)}`;
    const shown = part(index);
    return fact("model", shown === "" ? name : `${name}, ${shown}`);
  });
  const seeds = sides.value.flatMap(({ summary }) => summary?.seed ?? []);
  return [...models, ...seedFacts(seeds), dataFact(), sessionFact()];
}

export const sideText = computed(() =>
  figureText(
    t().side.mapsTitle,
    "",
    sideFacts((index) => sideModel.value?.models[index]?.shown ?? ""),
  ),
);

/** Which cell the numbers on the maps are of. */
function looks(data: Catalogue): string {
  const at = place.peek();
  const answers = answersWithMaps.value;
  const [answer] = answers;
  if (!at || !answer) return "";
  return t().figure.said.looks(rowNames(data, answers, at.row), columnName(data, answer, at.column));
}

export async function sideSource(): Promise<DrawFigure> {
  const { sideFigure } = await import("../../viz/sideFigure");
  const [data, model, words] = [catalogue.peek(), sideModel.peek(), t().figure];
  if (!data || !model) throw new Error("there are no maps to draw");
  const focus = sideFocus.peek();
  const numbers = looks(data);
  const facts = [...sideText.peek().facts, ...focusFacts(numbers)];
  const text = figureText(sideText.peek().title, numbers === "" ? "" : `${words.facts.focus}: ${numbers}`, facts);
  const [table, nested] = [fileNumbers(data), fileMatrices()];
  const parts = { ...text, model, focus, table: () => table, nested: () => nested };
  return (size, theme) => sideFigure(parts, size, theme);
}
