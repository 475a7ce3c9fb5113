// Block diagrams of where sources of information meet, in the shapes and numbers of one session.
import type { SourceToken } from "./tokens";

/**
 * Where the hexagon stands. decoupled: every source has a map, their scores meet. input: vectors meet before everything. attention: vectors
 * meet before queries and keys, values stay the item's. stacks: two models meet at the output. pretraining: attributes were only
 * something to predict.
 */
export type FusedPlan = "decoupled" | "input" | "attention" | "stacks" | "pretraining";

export interface FusedSource {
  readonly letter: string;
  readonly source: SourceToken;
  /** Numbers in the vector of one click. */
  readonly width: string;
}

/** A small map; without a model there is only its outline. */
export interface FusedThumb {
  readonly size: number;
  readonly causal: boolean;
  readonly values: ArrayLike<number> | null;
  /** What the end of its ramp stands for. */
  readonly bound: number;
  /** Its number at the focus cell, as written; empty without one. */
  readonly text: string;
}

export interface FusedDiagram {
  readonly plan: FusedPlan;
  readonly title: string;
  readonly system: string;
  /** Below the title: layers, heads, clicks. */
  readonly sub: string;
  /** The one that formula and reading are about. */
  readonly isChosen: boolean;
  /** Item, position, attributes. */
  readonly sources: readonly FusedSource[];
  /** Before the softmax. decoupled: one a source; stacks: items, attributes; one otherwise. */
  readonly scores: readonly FusedThumb[];
  /** After it: one, or one a stack. */
  readonly weights: readonly FusedThumb[];
  /** Beside the hexagon: what happens there, and what comes out. */
  readonly join: { readonly note: string; readonly text: string };
  /** Along the path of the values. */
  readonly values: string;
}

export interface FusedModel {
  readonly diagrams: readonly FusedDiagram[];
  readonly words: {
    readonly output: string;
    readonly attention: string;
    readonly input: string;
    readonly next: string;
    readonly width: string;
    readonly oneMap: string;
    readonly softmax: string;
    readonly scoresPath: string;
    readonly valuesPath: string;
    readonly reading: string;
  };
}
