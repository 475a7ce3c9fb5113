// What is asked of the engine, as the page asks it. What it answers comes from the crate's own declarations.

/** What to predict. */
export interface PredictRequest extends SessionRequest {
  /** How many candidates to list. */
  k: number;
  /** Leave out items of the session. */
  exclude_seen: boolean;
  /** Factor on each source's scores (item, position, attributes), for all layers or layer by layer; none: all 1. */
  source_scale?: number[];
}

/** What to explain. */
export interface ExplainRequest extends SessionRequest {
  /** As in PredictRequest. */
  source_scale?: number[];
}

/** A session put to a loaded model. */
export interface SessionRequest {
  /** Oldest first. */
  items: number[];
  /** Which of the loaded models; `main` by default. */
  model?: string;
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

export interface GradientRequest extends SessionRequest {
  /** The item that came next. */
  target: number;
  /** Test sessions whose gradients tell one linear map from several; 0: only the session. */
  batch: number;
}

export interface AttributionRequest extends SessionRequest {
  candidate: number;
  /** As in PredictRequest. */
  source_scale?: number[];
}

export interface EditsRequest extends SessionRequest {
  candidate: number;
  /** Without one click; without two; another item in place of the click in `slot`. */
  edit: "remove" | "remove_two" | "replace";
  slot?: number;
  /** replace: the first item that is tried, by its id (0), and how many; all unless said. The ranks are those of this stretch. */
  from?: number;
  count?: number;
  /** As in PredictRequest. */
  source_scale?: number[];
}

export interface MapRequest {
  model?: string;
  /** With the weights the model started from. */
  untrained: boolean;
  neighbours: number;
}

export interface TruthRequest {
  model?: string;
  /** which: which earlier click led to this one? pointed: what pointed to it? */
  question: "which" | "pointed";
  /** Position of the first click among the clicks of the question, and how many; see `truthClicks`. */
  from: number;
  count: number;
}

/** `named[i]` against `truth[i]`. */
export interface AgreementRequest {
  pairs: { named: number[]; truth: number[] }[];
}
