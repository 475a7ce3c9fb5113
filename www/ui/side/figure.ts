// The maps of the models as a figure for files.
import { computed } from "@preact/signals";
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { catalogue } from "../../state/opened";
import { type DrawFigure, type Fact, figureText } from "../../viz/figure";

import { dataFact, sessionFact } from "../common/figureFacts";
import { choiceName } from "./ColumnHead";
import { sideFocus, sideModel } from "./drawnMaps";
import { place } from "./focus";
import { sideNumbers } from "./MapTable";
import { columnName, rowNames } from "./places";
import { answersWithMaps, LETTERS, sides } from "./sides";

/** Each model by its letter, with the layer and head on screen. */
function modelFacts(): Fact[] {
  const shown = sideModel.value?.models ?? [];
  return sides.value.map(({ choice }, index) => {
    const name = `${LETTERS[index] ?? ""} ${choiceName(choice)}`;
    const part = shown[index]?.shown ?? "";
    const said = part === "" ? name : `${name}, ${part}`;
    return { name: t().figure.facts.model, value: said, said };
  });
}

export const sideText = computed(() =>
  figureText(t().side.mapsTitle, "", [...modelFacts(), dataFact(), sessionFact()]),
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
  const facts = [
    ...sideText.peek().facts,
    ...(numbers === "" ? [] : [{ name: words.facts.focus, value: numbers, said: words.said.focus(numbers) }]),
  ];
  const text = figureText(sideText.peek().title, numbers === "" ? "" : `${words.facts.focus}: ${numbers}`, facts);
  const table = sideNumbers(data, "all");
  return (size, theme) => sideFigure({ ...text, model, focus, table: () => table }, size, theme);
}
