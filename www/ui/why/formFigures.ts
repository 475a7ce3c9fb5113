// The other forms of the maps as figures for files.
import { loadWords, t } from "../../content";
import type { MapForm } from "../../state/fields";
import { focusCell } from "../../state/focus";
import type { DrawFigure } from "../../viz/figure";
import { figureText } from "../../viz/figure";
import { allMapsModel } from "./all/model";
import { fusedMapModel, isRowCovered } from "./alone/model";
import { facts, linesName } from "./figures";
import { linesModel } from "./lines/model";
import { linesFocus } from "./lines/state";
import { everyNested, everyNumbers, mapsNumbers, nestedNumbers } from "./mapsFile";

export async function formFigure(form: Exclude<MapForm, "maps">): Promise<DrawFigure> {
  await loadWords(["figure", "reading", "whyMore"]);
  const words = t().whyMore;
  if (form === "all") {
    const { allMapsFigure } = await import("../../viz/allMapsFigure");
    const model = allMapsModel.peek();
    if (!model) throw new Error("there are no maps to draw");
    // Neither one layer nor one head is shown.
    const made = facts.peek().filter(({ id }) => id !== "layer" && id !== "head");
    const [text, table, nested] = [figureText(words.titleAll, "", made), everyNumbers(), everyNested()];
    const parts = { ...text, model, table: () => table, nested: () => nested };
    return (size, theme) => allMapsFigure(parts, size, theme);
  }
  if (form === "fused") {
    const { fusedMapFigure } = await import("../../viz/fusedMapFigure");
    const [model, focus, isCovered] = [fusedMapModel.peek(), focusCell.peek(), isRowCovered.peek()];
    const [table, nested] = [mapsNumbers(), nestedNumbers()];
    if (!model) throw new Error("there is no map to draw");
    const text = figureText(words.titleFused, "", facts.peek());
    const parts = { ...text, model, focus, isCovered, table: () => table, nested: () => nested };
    return (size, theme) => fusedMapFigure(parts, size, theme);
  }
  const { linesFigure } = await import("../../viz/linesFigure");
  const [model, focus] = [linesModel.peek(), linesFocus.peek()];
  const [table, nested] = [mapsNumbers(), nestedNumbers()];
  if (!model) throw new Error("there are no lines to draw");
  const text = figureText(words.titleLines(linesName()), "", facts.peek());
  const parts = { ...text, model, focus, table: () => table, nested: () => nested };
  return (size, theme) => linesFigure(parts, size, theme);
}
