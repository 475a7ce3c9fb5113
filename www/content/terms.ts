// The terms of the field that stand on screen and are explained where they stand: on hover, focus or tap. A new term is a line
// here and a line in each language's glossary.
export const TERM_IDS = [
  // What goes in.
  "sequential-recommender",
  "source",
  "side-information",
  "attribute",
  "position",
  "embedding",
  "k-core",
  "planted-rule",
  // How the model looks.
  "attention",
  "attention-weight",
  "query-key-value",
  "score",
  "softmax",
  "mask",
  "mask-token",
  "layer",
  "head",
  "fused",
  "fusion",
  "gate",
  "early-fusion",
  "late-fusion",
  "decoupled-fusion",
  "ablation",
  "rank",
  "singular-values",
  "effective-rank",
  "leave-one-out",
  "gradient-times-input",
  "gradient",
  "cosine",
  // What comes out.
  "probability",
  "true-probability",
  "logit",
  // How it learns.
  "parameters",
  "loss",
  "lambda",
  "attribute-prediction",
  "pre-training",
  "training-targets",
  "prefix",
  "epoch",
  "step",
  "batch",
  "learning-rate",
  "dropout",
  "seed",
  "webgpu",
  // How it is measured.
  "held-out",
  "validation",
  "test",
  "full-ranking",
  "already-clicked",
  "ndcg",
  "recall",
  "mrr",
  "best-possible",
  "item-cosine",
  "windowed-markov",
  "markov-floor",
  "popularity",
  "standard-error",
  "interval",
] as const;

export type TermId = (typeof TERM_IDS)[number];

export interface TermWords {
  /** As a heading over its explanation; where that is not English, the term of the literature follows: "분리 융합 · decoupled fusion". */
  readonly name: string;
  /** One or two sentences that need no other term. */
  readonly text: string;
}

export type Glossary = Readonly<Record<TermId, TermWords>>;

export function isTerm(id: string): id is TermId {
  return TERM_IDS.some((known) => known === id);
}
