// A line chart as a figure of its own.
import type { ChartModel } from "./chartModel";
import { layoutPlot } from "./chartPlot";
import { layoutReadout } from "./chartReadout";
import { drawPlot, drawReadout } from "./drawLineChart";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import type { Theme } from "./tokens";

export interface ChartFigure extends FigureParts {
  readonly model: ChartModel;
  /** Where the read-out is; null: at the newest points. */
  readonly cursor: number | null;
  /** On the page. */
  readonly height: number;
}

const HEIGHT = { least: 220, most: 340, share: 0.4 };

export function chartFigure(figure: ChartFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, cursor } = figure;
  const proportioned = Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, width * HEIGHT.share)));
  const height = size.asShown ? figure.height : proportioned;
  const layout = layoutPlot(model, { width, height });
  const drawing = (
    <g>
      {drawPlot(layout, theme)}
      {drawReadout(layoutReadout(model, layout, cursor), layout, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
