// What a figure is once it leaves the page: a drawing that stands alone, what it shows in words, and its numbers.
import type { VNode } from "preact";
import type { Theme } from "./tokens";

/** One of the choices that made the figure what it is. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** As the caption says it: "seed 212". */
  readonly said: string;
}

export interface FigureColumn {
  readonly label: string;
  /** How its numbers are written on the page; a file has them whole. Without it the column holds words. */
  readonly write?: (value: number) => string;
}

export type FigureCell = string | number | null;

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
}

export interface FigureSize {
  /** Of the drawing; the paper around it comes on top. */
  readonly width: number;
  /** The caption stands inside the drawing. */
  readonly captioned: boolean;
}

export interface Figure {
  readonly svg: VNode;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly facts: readonly Fact[];
  readonly table: FigureTable;
}

/** A figure for a size and a theme: a pure function of the numbers it was made from. */
export type DrawFigure = (size: FigureSize, theme: Theme) => Figure;

export function figureText(title: string, sub: string, facts: readonly Fact[]): FigureText {
  return { title, sub, facts, caption: captionOf(title, facts) };
}

/** "Title. First; second; third." */
export function captionOf(title: string, facts: readonly Fact[]): string {
  const said = facts.map((fact) => fact.said).join("; ");
  const sentence = /[.?]$/.test(title) ? title : `${title}.`;
  return said === "" ? sentence : `${sentence} ${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
