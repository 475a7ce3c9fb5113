import { layoutAllMaps } from "./allMapsLayout";
import type { AllMapsModel } from "./allMapsModel";
import { drawAllFocus, drawAllMaps } from "./drawAllMaps";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { label, SMALLEST, sourceMark } from "./marks";
import { textWidth } from "./textWidth";
import type { Theme } from "./tokens";

export interface AllMapsFigure extends FigureParts {
  readonly model: AllMapsModel;
}

/** Every layer and head as a figure of its own; letters over the columns are spelled out below. */
export function allMapsFigure(figure: AllMapsFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model } = figure;
  const layout = layoutAllMaps(model, width);
  let [x, y] = [0, layout.height + 20];
  const key = layout.isNamed
    ? []
    : model.columns.map(({ name, letter, source }) => {
        const text = `${letter} ${name}`;
        const wide = 28 + textWidth(text, SMALLEST);
        if (x + wide > width) [x, y] = [0, y + 18];
        const entry = (
          <g key={letter}>
            {sourceMark(source, x + 5, y, 9, theme)}
            {label(x + 14, y, text, { fill: theme("ink-2") })}
          </g>
        );
        x += wide;
        return entry;
      });
  const drawing = (
    <g>
      {drawAllMaps(model, layout, theme)}
      {drawAllFocus(model, layout, null, theme)}
      {key}
    </g>
  );
  const height = layout.isNamed ? layout.height : y + 10;
  return framed(figure, { drawing, width, height, head: titleBlock(figure, width) }, size, theme);
}
