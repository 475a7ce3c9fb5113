import { drawAllLines, drawClicks, drawLines } from "./drawLines";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { layoutLines } from "./linesLayout";
import type { LinesFocus, LinesModel } from "./linesModel";
import type { Theme } from "./tokens";

export interface LinesFigure extends FigureParts {
  readonly model: LinesModel;
  readonly focus: LinesFocus | null;
}

/** The lines as a figure of their own. */
export function linesFigure(figure: LinesFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, focus } = figure;
  const layout = layoutLines(model.items.length, width);
  const drawing = (
    <g>
      {!focus?.isAlone && drawAllLines(model, layout, theme)}
      {drawLines(model, layout, theme)}
      {drawClicks(model, layout, focus, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
