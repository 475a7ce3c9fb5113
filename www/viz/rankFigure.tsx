// The spectrum as a figure of its own, with what each source adds below it.
import { drawSpectrum } from "./drawSpectrum";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { label, SMALLEST, snap, sourceMark } from "./marks";
import { layoutSpectrum } from "./spectrumLayout";
import type { SpectrumModel } from "./spectrumModel";
import { fitText, textWidth } from "./textWidth";
import type { SourceToken, Theme } from "./tokens";
import { drawSquares, SQUARES_HEIGHT, squaresWidth } from "./widthSquares";

export interface RankRow {
  readonly source: SourceToken;
  readonly name: string;
  /** Width of its product; null for the sum of all. */
  readonly width: number | null;
  /** How many of the squares are solid. */
  readonly used: number;
  /** As written. */
  readonly adds: string;
  /** Why some of the width cannot be used; of the sum: of how many. May be empty. */
  readonly why: string;
}

export interface RankFigure extends FigureParts {
  readonly model: SpectrumModel;
  readonly rows: readonly RankRow[];
  readonly words: { readonly source: string; readonly width: string; readonly adds: string };
}

const ROW = 24;
/** Of a reason that stands below its squares. */
const MORE = 14;
const TEXT = 12;
const SQUARES_AT = 104;
const HEIGHT = { least: 250, most: 320, share: 0.42 };

/** A row with its place, and whether its reason stands below its squares. */
function layoutRows(rows: readonly RankRow[], width: number) {
  let top = 22;
  const places = rows.map((row) => {
    const squares = row.width === null ? 0 : squaresWidth(row.width) + 8;
    const room = width - SQUARES_AT - squares - textWidth("000", TEXT, true);
    const isBelow = textWidth(row.why, SMALLEST) > room;
    const place = { row, squares, isBelow, middle: top + ROW / 2 };
    top += ROW + (isBelow ? MORE : 0);
    return place;
  });
  return { places, height: top };
}

export function rankFigure(figure: RankFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, rows } = figure;
  const height = Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, width * HEIGHT.share)));
  const layout = layoutSpectrum(model, { width, height });
  const top = height + 20;
  const wide = Math.min(width, 480);
  const below = layoutRows(rows, wide);
  const drawing = (
    <g>
      {drawSpectrum(model, layout, theme)}
      {rows.length > 0 && <g transform={`translate(0 ${top})`}>{drawRows(figure, below.places, wide, theme)}</g>}
    </g>
  );
  const end = rows.length > 0 ? top + below.height : height;
  const body = { drawing, width, height: end, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}

function drawRows({ words }: RankFigure, places: ReturnType<typeof layoutRows>["places"], width: number, theme: Theme) {
  const quiet = { fill: theme("ink-3") };
  return (
    <g>
      {label(0, 8, words.source, quiet)}
      {label(SQUARES_AT, 8, words.width, quiet)}
      {label(width, 8, words.adds, { ...quiet, anchor: "end" })}
      <path d={`M0 ${snap(18)}H${width}`} stroke={theme("line")} />
      {places.map(({ row, squares, isBelow, middle }, index) => (
        <g key={index}>
          {sourceMark(row.source, 6, middle, 11, theme)}
          {label(18, middle, fitText(row.name, TEXT, SQUARES_AT - 22), { fill: theme("ink"), size: TEXT })}
          {row.width !== null && (
            <g transform={`translate(${SQUARES_AT} ${middle - SQUARES_HEIGHT / 2})`}>
              {drawSquares(row.source, row.width, row.used, theme)}
            </g>
          )}
          {row.why && label(SQUARES_AT + (isBelow ? 0 : squares), middle + (isBelow ? MORE : 0), row.why, quiet)}
          {label(width, middle, row.adds, { fill: theme("ink"), size: TEXT, bold: true, anchor: "end" })}
        </g>
      ))}
    </g>
  );
}
