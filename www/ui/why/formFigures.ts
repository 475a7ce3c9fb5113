// The other forms of the maps as figures for files.
import { loadWords, t } from "../../content";
import type { MapForm } from "../../state/fields";
import { focusCell } from "../../state/focus";
import type { DrawFigure } from "../../viz/figure";
import { figureText } from "../../viz/figure";
import { allMapsModel } from "./all/model";
import { allNumbers } from "./all/numbers";
import { fusedMapModel, isRowCovered } from "./alone/model";
import { facts, linesName } from "./figures";
import { linesModel } from "./lines/model";
import { linesFocus } from "./lines/state";
import { mapsNumbers } from "./mapsNumbers";

export async function formFigure(form: Exclude<MapForm, "maps">): Promise<DrawFigure> {
  await loadWords(["figure", "reading", "whyMore"]);
  const words = t().whyMore;
  if (form === "all") {
    const { allMapsFigure } = await import("../../viz/allMapsFigure");
    const model = allMapsModel.peek();
    if (!model) throw new Error("there are no maps to draw");
    // Neither one layer nor one head is shown.
    const { layer, head } = t().figure.facts;
    const made = facts.peek().filter(({ name }) => name !== layer && name !== head);
    const [text, table] = [figureText(words.titleAll, "", made), allNumbers(model)];
    return (size, theme) => allMapsFigure({ ...text, model, table: () => table }, size, theme);
  }
  if (form === "fused") {
    const { fusedMapFigure } = await import("../../viz/fusedMapFigure");
    const [model, focus, table] = [fusedMapModel.peek(), focusCell.peek(), mapsNumbers("all")];
    if (!model) throw new Error("there is no map to draw");
    const text = figureText(words.titleFused, "", facts.peek());
    const isCovered = isRowCovered.peek();
    return (size, theme) => fusedMapFigure({ ...text, model, focus, isCovered, table: () => table }, size, theme);
  }
  const { linesFigure } = await import("../../viz/linesFigure");
  const [model, focus, table] = [linesModel.peek(), linesFocus.peek(), mapsNumbers("all")];
  if (!model) throw new Error("there are no lines to draw");
  const text = figureText(words.titleLines(linesName()), "", facts.peek());
  return (size, theme) => linesFigure({ ...text, model, focus, table: () => table }, size, theme);
}
