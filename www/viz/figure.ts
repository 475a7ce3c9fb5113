// What a figure is once it leaves the page: a drawing that stands alone, what it shows in words, and its numbers.
import type { VNode } from "preact";
import type { Theme } from "./tokens";

/** One of the choices that made the figure what it is. */
export interface Fact {
  /** The same in every language: what a file of numbers calls it. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** As the caption says it: "seed 212". Empty: only files have it. */
  readonly said: string;
}

/** Units of probabilities, attention weights and metrics, and of cosines: the ends of their ranges. */
export const SHARE = "0…1";
export const COSINE = "−1…1";
/** Of losses: cross-entropy with natural logarithms. */
export const NATS = "nat";

export interface FigureColumn {
  readonly label: string;
  /** What its numbers are in where the label does not say so: "ms", or the ends of their range. Stands in the heads of files. */
  readonly unit?: string;
  /** A file has so many times the number, as its heading says: 100 where that is "Right, %". */
  readonly times?: number;
  /** How its numbers are written on the page; a file has them whole. Without it the column holds words. */
  readonly write?: (value: number) => string;
}

/** Several words stay apart in files that can hold a list. */
export type FigureCell = string | number | null | readonly string[];

export interface FigureTable {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly FigureCell[])[];
}

/** The words of a figure. */
export interface FigureText {
  readonly title: string;
  /** What the title leaves open: units, how many sessions; may be empty. */
  readonly sub: string;
  /** What is shown, of what data and model, with which seed. */
  readonly caption: string;
  readonly facts: readonly Fact[];
}

/** A figure on its way to a file, with what it is drawn from beside. */
export interface FigureParts extends FigureText {
  readonly table: () => FigureTable;
  /** Numbers that a table can only spread out, as they are: matrices by source, layer and head. */
  readonly nested?: () => Nested;
}

/** What JSON can hold. */
export type Nested = FigureCell | readonly Nested[] | { readonly [key: string]: Nested };

export interface FigureSize {
  /** Of the drawing; the paper around it comes on top. */
  readonly width: number;
  /** The caption stands inside the drawing. */
  readonly captioned: boolean;
  /** It is as wide as on the page, and what the page decides beside that, a height, holds for it, too. */
  readonly asShown?: boolean;
  /** What is known only when it leaves the page: the day, the address. Behind the facts that it was drawn from. */
  readonly made?: readonly Fact[];
}

export interface Figure extends FigureText {
  readonly svg: VNode;
  readonly width: number;
  readonly height: number;
  readonly table: FigureTable;
  readonly nested: Nested;
}

/** A figure for a size and a theme: a pure function of the numbers it was made from. */
export type DrawFigure = (size: FigureSize, theme: Theme) => Figure;

export function figureText(title: string, sub: string, facts: readonly Fact[]): FigureText {
  return { title, sub, facts, caption: captionOf(title, facts) };
}

/** "Title. First; second; third." */
export function captionOf(title: string, facts: readonly Fact[]): string {
  const said = facts.flatMap((fact) => fact.said || []).join("; ");
  const sentence = /[.?]$/.test(title) ? title : `${title}.`;
  return said === "" ? sentence : `${sentence} ${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
