// What the explanations of the engine answer. Every list of sources is in the order item, position, attributes; every matrix row-major.

/** A session put to a loaded model. */
export interface SessionRequest {
  /** Oldest first. */
  items: number[];
  /** Which of the loaded models; `main` by default. */
  model?: string;
}

/** One table of scores of one layer: of a source, of all fused, or the one table of a model that mixes first. */
export interface RankTable {
  layer: number;
  /** Index into `RankReport.sources`; null: the fused table. */
  source: number | null;
  /** Width of one head's queries and keys; null for the fused table. */
  width: number | null;
  /** Different inputs among the slots; null for the fused table. */
  different: number | null;
  /** min(slots, width, different); fused: min(slots, sum of the sources' bounds, + 1 for the bias of concat). */
  bound: number;
  /** The exact rank for almost all weights: below the bound where sources overlap. */
  generic: number[];
  /** Counted: singular values above 16 n 2^-52 of the largest, one number a head. */
  rank: number[];
  /** exp of the entropy of the singular values' shares, one a head. */
  effective: number[];
  /** Descending, one list a head, unscaled scores before mask and softmax. */
  singular: number[][];
  /** Fused table: rank of the sum grown source by source (first head), in the order of `sources`; empty otherwise. */
  grown: number[];
  /** Fused table: the same of the attention weights, after mask and softmax: full by construction. Empty otherwise. */
  after_rank: number[];
  after_singular: number[][];
}

export interface RankReport {
  /** Slots in use. */
  n: number;
  layers: number;
  heads: number;
  /** Width of a head of the item stream. */
  head_width: number;
  sources: SourceInfo[];
  fusion: FusionName;
  tables: RankTable[];
}

/** Random queries and keys in place of a model's. */
export interface RandomRankRequest {
  /** Clicks. */
  length: number;
  /** Width of a head of item and position. */
  width: number;
  /** Width of a head of each attribute. */
  attribute_widths: number[];
  /** Different values of each attribute among the clicks; 0: all different. */
  attribute_values: number[];
  /** Different items among the clicks; 0: all different. */
  items: number;
  seed: number;
}

/** `decoupled`: a report of one layer and one head; `early`: the one table of a model that adds before it compares. */
export interface RandomRank {
  decoupled: RankReport;
  early: RankReport;
}

export interface GradientRequest extends SessionRequest {
  /** The item that came next. */
  target: number;
  /** Test sessions whose gradients tell one linear map from several; 0: only the session. */
  batch: number;
  /** First of them, so that a long batch can be asked in parts. */
  from?: number;
}

/** Gradient of the loss at what one source looks up, slot by slot. */
export interface SourceGradient {
  /** Numbers in one vector. */
  width: number;
  /** The tables of this source are not trained, as in the released code. */
  frozen: boolean;
  /** [n][width] */
  gradient: number[][];
  /** Euclidean, [n]. */
  norm: number[];
  /** With the item's gradient; null where widths differ or one of the two is 0. */
  cosine: (number | null)[];
  /** With the position's; null likewise. */
  cosine_to_position: (number | null)[];
  /** Largest difference from the item's numbers, as a share of the largest number; null where widths differ. */
  difference: number | null;
  /** The same from the position's numbers. */
  difference_to_position: number | null;
}

/** The best linear map from the item's gradients to each source's, over many clicks. */
export interface GradientBatch {
  sessions: number;
  /** Clicks, rows of the matrices. */
  clicks: number;
  /** Rank of the item's gradients; width - 1, because every model normalises right after the look-up. */
  rank: number;
  /** What the best map leaves, as a share, by source (the item's own is 0). */
  residual: number[];
  /** Smallest, mean and largest cosine with the item by source; null where widths differ. */
  cosine: ({ least: number; mean: number; most: number } | null)[];
}

/** One update with Adam at the model's learning rate, on this session alone. */
export interface GradientStep {
  learning_rate: number;
  before: { loss: number; item: number; attributes: number[]; probability: number; rank: number };
  after: { loss: number; item: number; attributes: number[]; probability: number; rank: number };
}

export interface GradientReport {
  n: number;
  items: number[];
  target: number;
  sources: SourceInfo[];
  by_source: SourceGradient[];
  step: GradientStep;
  batch: GradientBatch | null;
}

/** Where one candidate stands. */
export interface Verdict {
  logit: number;
  /** 0-based among all items, history kept: strictly better ones, and half of the equal ones. */
  rank: number;
  /** The same among items not in the session (and the candidate itself). */
  rank_new: number;
  probability: number;
}

export interface AttributionRequest extends SessionRequest {
  candidate: number;
  /** As in PredictRequest. */
  source_scale?: number[];
}

export interface Attribution {
  candidate: number;
  /** What stood in the slots: the newest items that fit. */
  items: number[];
  sources: SourceInfo[];
  base: Verdict;
  /** [n]: without that click, the rest moved left, positions renumbered; null for a session of one. */
  leave_one_out: Verdict[] | null;
  /** [n]: gradient of the logit times the normalised input, summed over the dimensions; where a model normalises nothing, the raw look-up. */
  gradient_times_input: number[];
  /** Whether `gradient_times_input` is at a normalised input. */
  normalised: boolean;
  /** [n]: the same at the raw item look-up: 0 for models that normalise it right away. */
  raw: number[];
  /** By source: its scores times 0 and times 1/2 in every layer; empty for models that keep no source apart. */
  ablation: { off: Verdict; half: Verdict }[];
}

export interface EditsRequest extends SessionRequest {
  candidate: number;
  /** without one click; without two; another item in place of the click in `slot`. */
  edit: "remove" | "remove_two" | "replace";
  slot?: number;
}

/** Rank of the candidate after each edit, 0-based; -1 where there is no such edit. */
export interface Edits {
  candidate: number;
  base: Verdict;
  /** remove: [n]; remove_two: [n * n]; replace: [items], index = item id. */
  rank: number[];
  rank_new: number[];
}

export interface MapRequest {
  model?: string;
  /** With the weights the model started from. */
  untrained: boolean;
  neighbours: number;
}

export interface ItemMap {
  /** [items - 1][2], first item id 1. */
  coordinates: number[][];
  /** Share of the variance along each direction. */
  explained: number[];
  /** [items - 1][neighbours], ids, nearest first, by cosine. */
  neighbours: number[][];
  similarity: number[][];
  /** By attribute: how many of an item's neighbours share a value with it, mean over items; and by chance. */
  shared: { attribute: number; mean: number; chance: number }[];
}

export interface TruthRequest {
  model?: string;
  /** which: which earlier click led to this one? pointed: what pointed to it? */
  question: "which" | "pointed";
  /** Position of the first click among the clicks of the question, and how many; see `truthClicks`. */
  from: number;
  count: number;
}

/** How many clicks each question has on the open data; null where no process is known. */
export interface TruthClicks {
  which: number;
  pointed: number;
}

/** One click and what was named for it. `truth` and `named` of `which`: steps back from the last click (0 = the last). Of `pointed`: index of a source in `sources`. */
export interface TruthClick {
  /** Index of the session in the data; its last item is the click, the rest its history. */
  user: number;
  rule: "chain" | "brand" | "price" | "transition";
  back: number;
  truth: number;
  /** In the order of `methods`; null where the model cannot be asked this way. */
  named: (number | null)[];
  /** 0-based rank of the click in the model's list. */
  rank: number;
}

export interface Truth {
  question: "which" | "pointed";
  sources: SourceInfo[];
  /**
   * which: leave_one_out, gradient_times_input, attention, attention_last_layer, attention_times_gradient, always_last, best, best_without_click.
   * pointed: weighted_part, plain_part, part_off, source_off, gradient_times_input, best.
   */
  methods: string[];
  clicks: TruthClick[];
}

/** `named[i]` against `truth[i]`. */
export interface AgreementRequest {
  pairs: { named: number[]; truth: number[] }[];
}

export interface Agreement {
  n: number;
  hits: number;
  /** Share right, share right by chance, both 0 to 1. */
  right: number;
  chance: number;
  /** (right - chance) / (1 - chance); null where chance is 1. */
  kappa: number | null;
  /** Half width of the 95 % interval of `right` and of `kappa`, over clicks. */
  right_half: number;
  kappa_half: number | null;
}

/** Learned parts where a click shares one property with the last one, minus where it shares none, beside the planted lift. */
export interface Law {
  sources: SourceInfo[];
  layers: number;
  /** By property (attribute): planted lift in ln, and [layers][sources] the learned lift of each source's part, mean over heads. */
  properties: { attribute: number; planted: number; learned: number[][]; cells: number }[];
  /** Per step back: planted, and [layers] learned by the position. */
  position: { planted: number; learned: number[] };
}

import type { Explanation, SourceInfo } from "../pkg/cpu/engine.js";

export type FusionName = Explanation["fusion"];

/** Until the engine's own declarations hold them. */
export interface ExplainingLab {
  rank(request: SessionRequest): Promise<RankReport>;
  random_rank(request: RandomRankRequest): RandomRank;
  gradients(request: GradientRequest): Promise<GradientReport>;
  attribution(request: AttributionRequest): Promise<Attribution>;
  edits(request: EditsRequest): Promise<Edits>;
  item_map(request: MapRequest): Promise<ItemMap>;
  truth_clicks(): TruthClicks | null;
  truth(request: TruthRequest): Promise<Truth>;
  agreement(request: AgreementRequest): Agreement[];
  law(model?: string): Promise<Law>;
}
