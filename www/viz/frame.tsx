// The paper around a drawing that leaves the page: title above, caption below, and all that a file must say of itself.
import type { VNode } from "preact";
import { captionOf, type Figure, type FigureParts, type FigureSize, type FigureText } from "./figure";
import { LINE_HEIGHT, paragraph, SMALLEST } from "./marks";
import { wrapText } from "./textWidth";
import type { Theme } from "./tokens";

const MARGIN = 16;
const TITLE = { size: 15, height: 20 };
const SUB = { size: 12, height: 16 };

/** System fonts by their names, and the generic family for everything else: no file brings a font of its own. */
const FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif";

export interface TitleBlock {
  readonly height: number;
  readonly draw: (theme: Theme) => VNode;
}

/** Title and what is below it, as wide as there is room. */
export function titleBlock({ title, sub }: Pick<FigureText, "title" | "sub">, width: number): TitleBlock {
  const titles = wrapText(title, TITLE.size, width, true);
  const subs = wrapText(sub, SUB.size, width);
  const top = TITLE.height / 2;
  const subTop = titles.length * TITLE.height + SUB.height / 2 + 2;
  return {
    height: titles.length * TITLE.height + subs.length * SUB.height + 2,
    draw: (theme) => (
      <g>
        {paragraph(0, top, titles, { fill: theme("ink"), size: TITLE.size, bold: true }, TITLE.height)}
        {paragraph(0, subTop, subs, { fill: theme("ink-3"), size: SUB.size }, SUB.height)}
      </g>
    ),
  };
}

export interface Body {
  readonly drawing: VNode;
  readonly width: number;
  readonly height: number;
  /** Above the drawing, where it has not taken it in. */
  readonly head: TitleBlock | null;
}

/** A drawing of this size on paper, with its words and its numbers. */
export function framed(figure: FigureParts, body: Body, { captioned, made = [] }: FigureSize, theme: Theme): Figure {
  const { title, sub, table, nested } = figure;
  const { drawing, width, height, head } = body;
  const facts = [...figure.facts, ...made];
  const caption = made.length > 0 ? captionOf(title, facts) : figure.caption;
  const unsaid = made.flatMap(({ name, value, said }) => (said === "" ? `${name}: ${value}` : []));
  const top = head ? head.height + 12 : 0;
  const lines = captioned ? wrapText(caption, SMALLEST, width) : [];
  const foot = lines.length > 0 ? 14 + lines.length * LINE_HEIGHT : 0;
  const outer = { width: width + 2 * MARGIN, height: Math.ceil(top + height + foot) + 2 * MARGIN };
  const svg = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={outer.width}
      height={outer.height}
      viewBox={`0 0 ${outer.width} ${outer.height}`}
      role="img"
      font-family={FONTS}
      font-size={SMALLEST}
    >
      <title>{title}</title>
      <desc>{[caption, ...unsaid].join(" ")}</desc>
      <rect width={outer.width} height={outer.height} fill={theme("paper")} />
      <g transform={`translate(${MARGIN} ${MARGIN})`}>
        {head?.draw(theme)}
        <g transform={`translate(0 ${top})`}>{drawing}</g>
        {paragraph(0, top + height + 14 + LINE_HEIGHT / 2, lines, { fill: theme("ink-3") })}
      </g>
    </svg>
  );
  return { svg, ...outer, title, sub, caption, facts, table: table(), nested: nested?.() ?? null };
}
