// Everything that a visitor can choose, one line each. Types, defaults, the reading and writing of links, the resetting when other data
// is opened, and the values that views read follow from this table: a choice that a link, a lecture or a test can set is one line here.
import { PANEL_IDS, type Panel } from "../panels";
import type { Backend } from "../worker/client";
import {
  type Cell,
  type Codec,
  cell,
  factors,
  flag,
  integer,
  itemId,
  itemIds,
  lectureName,
  letters,
  lines,
  MOST_SEED,
  oneLetter,
  oneOf,
  ordinal,
  origin,
  type SourceFactor,
  someItemIds,
  someOf,
  systemId,
  systemIds,
} from "./codecs";
import { dataField } from "./dataKey";
import { type Field, field } from "./field";
import { FIRST_SYSTEM } from "./firstSystem";
import { formField } from "./formField";
import { wishField } from "./wishField";

export const TOP_K = [5, 10, 20] as const;
export type TopK = (typeof TOP_K)[number];
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const LANGUAGES = ["en", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];
/** shared: one colour scale for all sources; own: each map uses its whole ramp. */
export type ScaleChoice = "own" | "shared";
/** What the fused map shows: attention weights after the softmax or scores before it. */
export type FusedShows = "weights" | "scores";
/** Whether items that were already clicked stay candidates: kept is the paper's protocol. */
export type Clicked = "kept" | "masked";
/** What the curves of the comparison show. */
export type Curve = "ndcg10" | "recall20";
export const LOSS_SCALES = ["linear", "log"] as const;
export type LossScale = (typeof LOSS_SCALES)[number];
/** How much of what came before stays in a value of the loss. */
export const SMOOTHINGS = ["none", "some", "much"] as const;
export type Smoothing = (typeof SMOOTHINGS)[number];
/** One head, or the mean over all. */
export type HeadChoice = number | "mean";
/** How scores are drawn: a map a source, the fused one alone, lines between the clicks, or every layer and head at a glance. */
export const MAP_FORMS = ["maps", "fused", "lines", "all"] as const;
export type MapForm = (typeof MAP_FORMS)[number];
/** Where the scores of the rank panel come from. */
export type RankWeights = "trained" | "random";
/** Whose clicks the rank panel counts: the visitor's, or those of a long test session. */
export type RankFrom = "own" | "long";
/** Where side information meets the items. */
export type Way = "early" | "late" | "decoupled";
/** What one training step does, in its order. */
export type Moment = "forward" | "loss" | "backward" | "update";
/** Clicks whose explanations are held against the shop: those in the model's first ten, or all. */
export type TruthClicksShown = "top" | "all";
/** Fewer than the sessions of any shop, which links of before called by the same key. */
export const MOST_RANK_CLICKS = 49;
export const MOST_RANK_WIDTH = 64;
export const MOST_MINUTES = 1440;
const MOST_LAYERS = 16;
const MOST_HEADS = 16;
export const LEAST_SIDES = 2;
const MOST_SIDES = 4;

/** Figures that a link can show as tables, by the names that their files have, too. */
export const FIGURES = [
  ...["next", "maps", "row", "loss", "ndcg", "recall", "runs"],
  ...["compare", "intervals", "side", "side-maps"],
  ...["lines", "all-maps", "fused-map", "fused", "cost", "rank", "effective", "gradients", "residual"],
  ...["cause", "sources", "law", "which", "pointed", "rules", "map", "off", "attributes", "rank-loss"],
] as const;

export type FigureName = (typeof FIGURES)[number];

const COVERED = ["decoupled", "row"] as const;
export type Covered = (typeof COVERED)[number];

/** Parts of the page that a link can leave out beside panels. */
export const PARTS = ["header", "status", "bar", "article"] as const;
export type Part = (typeof PARTS)[number];
export type HiddenPart = Panel | Part;

const layer = ordinal(MOST_LAYERS);
const oneHead = ordinal(MOST_HEADS);
const head: Codec<HeadChoice> = {
  read: (text) => (text === "mean" ? text : oneHead.read(text)),
  write: (value) => (value === "mean" ? value : oneHead.write(value)),
};

/** A session of the test set whose true next item is known and hidden until it is asked for. */
export interface Quiz {
  readonly seed: number;
  /** 0 until the engine has named it. */
  readonly target: number;
  readonly revealed: boolean;
}

const quizSeed = integer(0, MOST_SEED);
/** "123": hidden; "123.1": revealed. */
const quiz: Codec<Quiz> = {
  read: (text) => {
    const parts = /^(\d{1,10})(\.1)?$/.exec(text);
    const seed = quizSeed.read(parts?.[1] ?? "");
    return seed === null ? null : { seed, target: 0, revealed: parts?.[2] !== undefined };
  },
  write: ({ seed, revealed }) => `${seed}${revealed ? ".1" : ""}`,
};

export const FIELDS = {
  data: dataField,
  /** The model that answers: the id of a ready system, or the key of one trained here, which no link can hold. */
  model: field("m", systemId, FIRST_SYSTEM, "page"),
  /** Item ids, oldest first; null: the example of the data that is open. */
  session: field<readonly number[] | null>("s", itemIds, null, "data"),
  quiz: field<Quiz | null>("quiz", quiz, null, "data"),
  /** The session whose list is the baseline of the rank changes; null: the list before the last edit. */
  pinned: field<readonly number[] | null>("base", someItemIds, null, "data"),
  /** The cell that all maps point at, pinned; null: the pointer's, or the strongest. */
  focus: field<Cell | null>("cell", cell, null, "data"),
  /** Letters of the sources that are switched off. */
  off: field<readonly string[]>("off", letters, [], "data"),
  /** Sources whose scores are multiplied, everywhere or in one layer; beside `off`, which is 0 everywhere. */
  factors: field<readonly SourceFactor[]>("amp", factors, [], "data"),
  /** The item that is explained; null: the first of the list. */
  candidate: field<number | null>("item", itemId, null, "data"),
  layer: field<number>("layer", layer, 0, "page"),
  head: field<HeadChoice>("head", head, 0, "page"),
  scale: field<ScaleChoice>("scale", oneOf(["own", "shared"]), "own", "page"),
  fusedShows: field<FusedShows>("map", oneOf(["weights", "scores"]), "weights", "page"),
  mapForm: field<MapForm>("form", oneOf(MAP_FORMS), "maps", "page"),
  weights: field<RankWeights>("weights", oneOf(["trained", "random"]), "trained", "page"),
  /** Clicks, width of a head and of an attribute's head, heads: of the random weights. */
  rankClicks: field<number>("n", integer(1, MOST_RANK_CLICKS), 24, "page"),
  rankWidth: field<number>("dh", integer(1, MOST_RANK_WIDTH), 4, "page"),
  rankAttributeWidth: field<number>("da", integer(1, MOST_RANK_WIDTH), 2, "page"),
  rankHeads: field<number>("heads", integer(1, MOST_HEADS), 8, "page"),
  /** What of a figure waits for a guess. */
  cover: field<readonly Covered[]>("cover", someOf(COVERED), [], "page"),
  /** Null: the visitor's session with a trained model, `rankClicks` different clicks with a random one. */
  rankFrom: field<RankFrom | null>("from", oneOf(["own", "long"]), null, "page"),
  /** Where the diagram lets the sources meet. */
  way: field<Way>("way", oneOf(["early", "late", "decoupled"]), "decoupled", "page"),
  /** Systems whose diagrams are drawn, at most one a way; for the rest the page's own choice. */
  diagrams: field<readonly string[]>("drawn", systemIds(1, 3), [], "page"),
  /** The source that is pointed at in diagrams, formulas and gradients, pinned by its letter. */
  source: field<string | null>("source", oneLetter, null, "data"),
  /** The system whose gradients stand beside those of the model that answers. */
  beside: field<string>("with", systemId, "sasrecf-add", "page"),
  /** Beside it stands the model that answers with attributes as wide as its items, where the page brings one. */
  wide: field<boolean>("wide", flag, false, "page"),
  moment: field<Moment>("moment", oneOf(["forward", "loss", "backward", "update"]), "forward", "page"),
  truthClicks: field<TruthClicksShown>("clicks", oneOf(["top", "all"]), "top", "page"),
  /** The attribute whose values the item map tells apart, by its letter; null: the first. */
  mapBy: field<string | null>("by", oneLetter, null, "data"),
  k: field<TopK>("k", oneOf(TOP_K), 10, "page"),
  excludeSeen: field<boolean>("new", flag, false, "page"),
  /** Figures that are shown as tables. */
  tables: field<readonly FigureName[]>("table", someOf(FIGURES), [], "page"),
  history: field<Clicked>("history", oneOf(["kept", "masked"]), "kept", "page"),
  /** Terms of the loss that are not drawn. */
  lossOff: field<readonly string[]>("loss-off", lines, [], "data"),
  lossScale: field<LossScale>("loss-scale", oneOf(LOSS_SCALES), "linear", "page"),
  smoothing: field<Smoothing>("smooth", oneOf(SMOOTHINGS), "none", "page"),
  curve: field<Curve>("curve", oneOf(["ndcg10", "recall20"]), "ndcg10", "page"),
  /** Ready systems side by side, the first is A; empty: those the page would choose. */
  sides: field<readonly string[]>("ab", systemIds(LEAST_SIDES, MOST_SIDES), [], "page"),
  sideLayer: field<number>("ab-layer", layer, 0, "page"),
  sideHead: field<HeadChoice>("ab-head", head, "mean", "page"),
  /** Which of the others A is compared with. */
  partner: field<number>("ab-with", ordinal(MOST_SIDES), 1, "page"),
  form: formField,
  device: field<Backend>("device", oneOf(["auto", "cpu", "webgpu"]), "auto", "page"),
  /** Minutes after which a run ends; null: it has as long as it takes. */
  minutes: field<number | null>("minutes", integer(1, MOST_MINUTES), null, "page"),
  /** A run rests while the page is hidden. */
  restsHidden: field<boolean>("rest", flag, false, "visitor"),
  wish: wishField,
  panel: field<Panel>("panel", oneOf(PANEL_IDS), "session", "page"),
  /** Show these panels and no others; empty: all. */
  view: field<readonly Panel[]>("view", someOf(PANEL_IDS, { separator: "," }), [], "page"),
  hide: field<readonly HiddenPart[]>("hide", someOf([...PANEL_IDS, ...PARTS], { separator: "," }), [], "page"),
  /** One panel alone, inside another page. */
  embed: field<Panel | null>("embed", oneOf(PANEL_IDS), null, "page"),
  parent: field<string | null>("parent", origin, null, "page"),
  /** The lecture that is given, the name of its step, and the sub-step from 0: everything else follows from them (ui/lecture). */
  lecture: field<string | null>("lecture", lectureName, null, "page"),
  step: field<string | null>("step", lectureName, null, "page"),
  click: field<number>("click", integer(0, MOST_SEED), 0, "page"),
  /** The exercise that is being done. */
  exercise: field<string | null>("exercise", lectureName, null, "page"),
  projector: field<boolean>("projector", flag, false, "page"),
  theme: field<Theme>("theme", oneOf(THEMES), "system", "visitor"),
  language: field<Language>("lang", oneOf(LANGUAGES), "en", "visitor"),
} as const;

export type FieldName = keyof typeof FIELDS;
type ValueOf<F> = F extends Field<infer Value> ? Value : never;
export type Fields = { readonly [Name in FieldName]: ValueOf<(typeof FIELDS)[Name]> };
export type Patch = Partial<Fields>;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** Fields with one kind of value for all, for code that treats them alike. */
export function fieldOf(name: FieldName): Field<unknown> {
  return FIELDS[name] as Field<unknown>;
}

function fallbacks(names: readonly FieldName[]): Patch {
  return Object.fromEntries(names.map((name) => [name, FIELDS[name].fallback]));
}

export const FALLBACKS = fallbacks(FIELD_NAMES) as Fields;
/** What goes back to its fallback when other data is opened. */
export const OTHER_DATA = fallbacks(FIELD_NAMES.filter((name) => FIELDS[name].scope === "data"));
export const VISITOR_FIELDS = FIELD_NAMES.filter((name) => FIELDS[name].scope === "visitor");
