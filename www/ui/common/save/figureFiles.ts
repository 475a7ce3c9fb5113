// A figure as files: for slides, for papers, as numbers. What it says of itself is completed with the day and the address it was saved at.
import { t } from "../../../content";
import { current } from "../../../state/current";
import { countNumbers, csvText } from "../../../viz/csv";
import type { DrawFigure, Fact, Figure, FigureSize } from "../../../viz/figure";
import { jsonText } from "../../../viz/json";
import { pixelsOf, pngOf } from "../../../viz/png";
import { THEMES, type ThemeName } from "../../../viz/themes";
import { toText } from "../../../viz/toText";
import { fact } from "../figureFacts";
import { isoDate } from "../formatMore";
import { stateLink } from "../stateLink";

export type FileKind = "svg" | "png" | "csv" | "json";
export const FILE_KINDS: readonly FileKind[] = ["svg", "png", "csv", "json"];

const TYPES: Readonly<Record<FileKind, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv",
  json: "application/json",
};

/** Larger files are made only when they are asked for: their size is not told before. */
const MOST_WEIGHED = 20_000;

export interface FigureFiles {
  readonly figure: Figure;
  readonly numbers: number;
  readonly pixels: { readonly width: number; readonly height: number };
  readonly text: (kind: Exclude<FileKind, "png">) => string;
  readonly make: (kind: FileKind) => Promise<Blob>;
  /** In bytes; null where it is not known before the file is made. */
  readonly sizeOf: (kind: FileKind) => number | null;
}

/** Known only when a figure leaves the page. No link holds the visitor's own files. */
function madeNow(): Fact[] {
  const day = isoDate(Date.now());
  const isShared = current.data.peek().kind === "shop";
  return [fact("saved", day, t().figure.said.saved(day)), ...(isShared ? [fact("link", stateLink(), "")] : [])];
}

/** What was made once is kept. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as Value;
  };
}

export function figureFiles(name: string, draw: DrawFigure, size: FigureSize, theme: ThemeName): FigureFiles {
  const figure = draw({ ...size, made: madeNow() }, THEMES[theme]);
  const numbers = countNumbers(figure.table);
  const text = once((kind: Exclude<FileKind, "png">) => {
    if (kind === "svg") return toText(figure.svg);
    return kind === "csv" ? csvText(figure) : jsonText(name, figure);
  });
  const make = async (kind: FileKind) =>
    kind === "png" ? pngOf(text("svg"), figure.width, figure.height) : new Blob([text(kind)], { type: TYPES[kind] });
  const sizeOf = once((kind: FileKind) =>
    kind === "png" || numbers > MOST_WEIGHED ? null : new Blob([text(kind)]).size,
  );
  return { figure, numbers, pixels: pixelsOf(figure.width, figure.height), text, make, sizeOf };
}
