// The panel's figures for files: what they are called, what they were made from, and the code that draws them, fetched when asked for.
import { computed } from "@preact/signals";
import { loadWords, t } from "../../content";
import { current } from "../../state/current";
import { focusCell } from "../../state/focus";
import { type DrawFigure, type Fact, figureText } from "../../viz/figure";
import { dataFact, editFacts, focusFacts, headFact, layerFact, modelFacts, sessionFact } from "../common/figureFacts";
import { layerName, nameOf } from "../common/maps/names";
import { shown } from "./context";
import { mapsModel } from "./drawnMaps";

export const itemName = (at: number) => shown.value?.items[at]?.name ?? "–";

/** The maps and the row are made from the same. */
export const facts = computed((): Fact[] => {
  const now = shown.value;
  if (!now) return [];
  const [model, ...trained] = modelFacts();
  return [
    ...(model ? [model] : []),
    ...editFacts(),
    layerFact(layerName(now.maps.stacks, now.layer)),
    headFact(now.head),
    dataFact(),
    ...trained,
    sessionFact(),
  ];
});

/** What the figure of the form on screen is called and made from. */
export const mapsText = computed(() => {
  const titles = {
    maps: t().figure.titles.maps,
    fused: t().whyMore.titleFused,
    lines: t().whyMore.titleLines(linesName()),
    all: t().whyMore.titleAll,
  };
  return figureText(titles[current.mapForm.value], "", facts.value);
});

/** The source that the lines are of. */
export function linesName(): string {
  const sources = shown.value?.sources ?? [];
  const source = sources.find(({ letter }) => letter === current.source.value);
  return sources.length > 1 && source ? nameOf(source, sources.length) : t().common.sources.fused;
}

async function mapsSource(): Promise<DrawFigure> {
  const [{ mapsFigure }, { mapsNumbers, nestedNumbers }] = await Promise.all([
    import("../../viz/mapsFigure"),
    import("./mapsFile"),
    loadWords(["figure", "reading"]),
  ]);
  const [model, focus, words] = [mapsModel.peek(), focusCell.peek(), t().figure];
  if (!model) throw new Error("there are no maps to draw");
  const looks = focus ? words.said.looks(itemName(focus.row), itemName(focus.column)) : "";
  const made = [...facts.peek(), ...focusFacts(looks)];
  const text = figureText(words.titles.maps, focus ? `${words.facts.focus}: ${looks}` : "", made);
  const [table, nested] = [mapsNumbers(), nestedNumbers()];
  const parts = { ...text, model, focus, table: () => table, nested: () => nested };
  return (size, theme) => mapsFigure(parts, size, theme);
}

/** The figure of the form on screen. */
export async function formSource(): Promise<DrawFigure> {
  const form = current.mapForm.peek();
  if (form === "maps") return mapsSource();
  return (await import("./formFigures")).formFigure(form);
}
