// The item map as a figure of its own, with a key of the shapes that the page has as buttons.
import type { VNode } from "preact";
import { drawItemMap, drawLit, GLYPH } from "./drawItemMap";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { glyphPath, isOpen } from "./itemGlyphs";
import { layoutItemMap } from "./itemMapLayout";
import type { ItemMapModel, Lit } from "./itemMapModel";
import { label, SMALLEST } from "./marks";
import { textWidth } from "./textWidth";
import type { Theme } from "./tokens";

export interface ItemMapFigure extends FigureParts {
  readonly model: ItemMapModel;
  readonly lit: Lit | null;
}

const ROW = 18;

interface KeyEntry {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

function layoutKey({ values }: ItemMapModel, width: number): { entries: KeyEntry[]; height: number } {
  let [x, y] = [0, ROW / 2];
  const entries = values.map(({ name, isPicked }, value) => {
    const wide = 14 + textWidth(name, SMALLEST, isPicked) + 14;
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    const entry = { x, y, value };
    x += wide;
    return entry;
  });
  return { entries, height: values.length > 0 ? y + ROW / 2 + 12 : 0 };
}

function drawKey({ values, source }: ItemMapModel, entries: readonly KeyEntry[], theme: Theme): VNode {
  return (
    <g>
      {entries.map(({ x, y, value }) => {
        const { glyph, name, isPicked } = values[value] ?? { glyph: "dot", name: "", isPicked: false };
        return (
          <g key={value}>
            <path
              d={glyphPath(glyph, x + 5, y, GLYPH + 0.6)}
              fill={isPicked || glyph === "dot" ? theme(source) : "none"}
              stroke={theme(source)}
              stroke-width={isPicked && isOpen(glyph) ? 2.5 : 1}
            />
            {label(x + 14, y, name, { fill: theme("ink-2"), bold: isPicked })}
          </g>
        );
      })}
    </g>
  );
}

export function itemMapFigure(figure: ItemMapFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, lit } = figure;
  const key = layoutKey(model, width);
  const layout = layoutItemMap(model, width);
  const drawing = (
    <g>
      {drawKey(model, key.entries, theme)}
      <g transform={`translate(0 ${key.height})`}>
        {drawItemMap(model, layout, theme)}
        {drawLit(model, layout, lit, theme)}
      </g>
    </g>
  );
  const body = { drawing, width, height: key.height + layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
