// The maps of several models as a figure of their own.
import { drawWords } from "./drawKeyWords";
import { drawSide, drawSideFocus, drawSideNotes } from "./drawSide";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { layoutSide } from "./sideLayout";
import type { SideFocus, SideModel } from "./sideModel";
import type { Theme } from "./tokens";

export interface SideFigure extends FigureParts {
  readonly model: SideModel;
  readonly focus: SideFocus;
}

export function sideFigure(figure: SideFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, focus } = figure;
  const layout = layoutSide(model, width);
  const drawing = (
    <g>
      {drawSide(model, layout, theme)}
      {drawWords(layout.key, theme)}
      {drawSideNotes(layout, theme)}
      {drawSideFocus(model, layout, focus, false, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
