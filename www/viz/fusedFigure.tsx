// The block diagrams as a figure of their own.
import { drawFused, drawFusedKey, lightFused } from "./drawFused";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { layoutFused } from "./fusedLayout";
import type { FusedModel } from "./fusedModel";
import type { Theme } from "./tokens";

export interface FusedFigure extends FigureParts {
  readonly model: FusedModel;
  /** The source that is lit; null: all alike. */
  readonly lit: string | null;
}

export function fusedFigure(figure: FusedFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, lit } = figure;
  const layout = layoutFused(model, width, true);
  const drawing = (
    <g>
      {lightFused(drawFused(model, layout, theme), lit)}
      {drawFusedKey(model, layout, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
