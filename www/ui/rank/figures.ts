// The spectrum as it is drawn, and as a figure for files.
import { computed, signal } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { current } from "../../state/current";
import { catalogue } from "../../state/opened";
import { type DrawFigure, type Fact, type FigureTable, figureText } from "../../viz/figure";
import type { RankRow } from "../../viz/rankFigure";
import type { SpectrumModel } from "../../viz/spectrumModel";
import { dataFact, fact, headFact, layerFact, seedFact, seedFacts } from "../common/figureFacts";
import { count, decimal } from "../common/format";
import { itemName } from "../common/itemWords";
import { clicks } from "./clicks";
import { draw, trainedSeeds } from "./counted";
import { type Side, sides } from "./shown";
import { noteOf, partName, readOf, reasonInWords, slotsInWords } from "./words";

/** Each source's own values are drawn, too. */
export const showsSources = signal(false);

const THRESHOLD = 16 * 2 ** -52;

/** The side whose sources stand apart; the first where none do. */
export const apart = computed<Side | null>(() => sides.value?.[0] ?? null);

export function spectrumOf(all: readonly Side[], withSources: boolean): SpectrumModel {
  const words = t().rank;
  const [one] = all;
  // A model that adds a place for the item to come has a larger table.
  const n = Math.max(0, ...all.map(({ head }) => head.n));
  const parts = one?.head.parts ?? [];
  const isApart = parts.length > 1;
  return {
    n,
    lines: all.map((side, index) => ({
      id: String(index),
      name: side.name,
      short: side.short,
      note: noteOf(side),
      look: side.look,
      values: side.head.singular,
      rank: side.head.rank,
      bound: side.head.fused.bound,
    })),
    sources:
      one && withSources && isApart
        ? parts.map((part) => ({
            source: one.sources[part.source]?.token ?? "src-item",
            name: partName(one, part),
            values: part.singular,
            rank: part.rank,
          }))
        : [],
    blocks:
      one && isApart
        ? parts.flatMap(({ source, adds }) => {
            const view = one.sources[source];
            return view && adds ? [{ source: view.token, letter: view.letter, adds }] : [];
          })
        : [],
    threshold: THRESHOLD * n,
    words: {
      ratio: words.ratio,
      noise: words.noise,
      noiseShort: words.noiseShort,
      axis: words.axis,
      full: all.some(({ hasMask }) => hasMask) ? words.bothFullPlaces : words.bothFull,
    },
  };
}

/** A lecture asks how far the sources together reach before it shows it. */
const uncovered = computed(() => {
  const isCovered = current.cover.value.includes("decoupled");
  return isCovered ? (sides.value?.filter(({ head }) => head.parts.length <= 1) ?? null) : sides.value;
});

export const spectrum = computed(() => (uncovered.value ? spectrumOf(uncovered.value, showsSources.value) : null));

/** Value by value, each as a share of its table's largest. */
export function spectrumTable(all: readonly Side[]): FigureTable {
  const [one] = all;
  const share = (values: readonly number[], at: number) => {
    const [largest, value] = [values[0] ?? 0, values[at]];
    return value === undefined || largest === 0 ? null : value / largest;
  };
  const columns = [
    ...all.map(({ name, head }) => ({ name, values: head.singular })),
    ...(one?.head.parts ?? []).map((part) => ({ name: one ? partName(one, part) : "", values: part.singular })),
  ];
  return {
    columns: [
      { label: t().rank.place, write: count },
      ...columns.map(({ name }) => ({ label: name, unit: t().rank.ratio, write: inPowers })),
    ],
    rows: Array.from({ length: Math.max(0, ...all.map(({ head }) => head.n)) }, (_, at) => [
      at + 1,
      ...columns.map(({ values }) => share(values, at)),
    ]),
  };
}

/** 0.412, 2.1e−15: values of a spectrum span sixteen powers of ten. */
export function inPowers(value: number): string {
  if (value >= 0.001 || value === 0) return decimal(value, 3);
  const [digits = "", power = ""] = value.toExponential(1).split("e");
  return `${digits}e${power.replace("-", "−")}`;
}

/** Of one head: of item and position, and of the first attribute, as all of a random model are. */
function widths(side: Side | undefined): Fact[] {
  const words = t().rank.sliders;
  if (!side) return [];
  const own = count(side.report.head_width);
  const attribute = side.head.parts.find(({ source }) => side.report.sources[source]?.kind === "attribute");
  const wide = attribute && count(attribute.width);
  return [
    fact("width", own, words.said(own)),
    ...(wide === undefined ? [] : [fact("attribute", wide, words.saidAttribute(wide))]),
  ];
}

function facts(all: readonly Side[]): Fact[] {
  const models = fact(
    all.length === 1 ? "model" : "models",
    all.map(({ name }) => name).join(", "),
    all.map(({ name, head }) => `${name} ${count(head.rank)}`).join(", "),
  );
  const [one] = all;
  const n = one ? readOf(one) : 0;
  // Older clicks than the model has room for are no part of its table.
  const items = n > 0 ? clicks.value?.slice(-n) : undefined;
  const names = items?.map((id) => itemName(catalogue.value, id)).join(", ") ?? count(n);
  const isRandom = current.weights.value === "random";
  const layer = count((one?.head.layer ?? 0) + 1);
  return [
    models,
    ...widths(one),
    ...(isRandom
      ? [seedFact(draw.value)]
      : [layerFact(layer), headFact(one?.head.head ?? 0), dataFact(), ...seedFacts(trainedSeeds.value)]),
    fact("session", names, t().figure.said.session(n)),
  ];
}

export const spectrumText = computed(() =>
  figureText(withoutMarks(t().rank.title), t().rank.sub, facts(sides.value ?? [])),
);

function rowsOf(side: Side): RankRow[] {
  const words = t().rank.adds;
  if (side.head.parts.length < 2) return [];
  return [
    ...side.head.parts.map((part) => ({
      source: side.sources[part.source]?.token ?? ("src-item" as const),
      name: partName(side, part),
      width: part.width,
      used: part.adds ?? part.rank,
      adds: part.adds === null ? "–" : count(part.adds),
      why: reasonInWords(part.reason, side),
    })),
    {
      ...{ source: "src-fused" as const, name: words.all, width: null },
      ...{ used: 0, adds: count(side.head.rank), why: words.ofSlots(slotsInWords(side)) },
    },
  ];
}

export async function spectrumSource(): Promise<DrawFigure> {
  const { rankFigure } = await import("../../viz/rankFigure");
  const [all, model, text] = [sides.peek(), spectrum.peek(), spectrumText.peek()];
  const [one] = all ?? [];
  if (!all || !one || !model) throw new Error("there is no spectrum to draw");
  const words = t().rank.adds;
  const table = spectrumTable(all);
  const figure = {
    ...{ ...text, model, rows: rowsOf(one), table: () => table },
    words: { source: words.source, width: words.width, adds: words.adds },
  };
  return (size, theme) => rankFigure(figure, size, theme);
}
