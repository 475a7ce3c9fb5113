// Why a file, or the lecture in a link, is not taken: where, what stands there, what should. Which words say so is chosen by these codes.
import type { BaseId } from "./model";

/** What should stand at a place. */
export type Expected =
  /** A sign of JSON, "value", "end" or "depth". */
  | { readonly kind: "json"; readonly sign: string }
  | { readonly kind: "object" | "list" | "text" | "flag" | "lecture" | "id" | "name" | "set" }
  | { readonly kind: "version"; readonly version: number }
  | { readonly kind: "base"; readonly bases: readonly BaseId[] }
  | { readonly kind: "whole"; readonly least: number; readonly most: number }
  /** Text, list or file of at most so many characters, members or bytes. */
  | { readonly kind: "short" | "few" | "small"; readonly most: number }
  /** A name that no other step has. */
  | { readonly kind: "other" };

export interface Refusal {
  /** Null: the file as a whole. */
  readonly line: number | null;
  readonly column?: number;
  /** "steps › rank › seconds"; empty: the file itself. */
  readonly place: string;
  readonly found: string;
  readonly expected: Expected;
}

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.expected.kind);
    this.refusal = refusal;
  }
}

/**
 * Why something is left out: this page does not know it; its base has no such step; it cannot be set there; the same name
 * stands there again, and the last one counts.
 */
export type Reason = "unknown" | "base" | "fixed" | "twice";

/** Something that was left out. */
export interface Left {
  readonly why: Reason;
  readonly line: number;
  /** As in a refusal; of what a link says, with its text: "steps › mine › layer=99". */
  readonly place: string;
}
