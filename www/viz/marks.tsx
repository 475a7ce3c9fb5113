// Pieces that several drawings share.
import type { VNode } from "preact";
import { LEVELS, levelColour, STOP_LEVELS } from "./ramps";
import { rounded } from "./rounded";
import { SOURCE_OUTLINES } from "./sourceOutlines";
import { textWidth } from "./textWidth";
import type { Ramp, SourceToken, Theme } from "./tokens";

export interface TextLook {
  readonly fill: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  /** Colour of the paper around the letters, where lines pass behind them. */
  readonly halo?: string;
}

/** No text in any drawing is smaller. */
export const SMALLEST = 11;

/**
 * Text whose middle is at `y`. Programs that read SVG agree on the baseline and on little else, so the middle is worked out here:
 * a third of the size above it, half the height of capitals and digits.
 */
export function label(x: number, y: number, content: string, look: TextLook): VNode {
  const { fill, size = SMALLEST, bold = false, anchor = "start", halo } = look;
  return (
    <text
      x={x}
      y={y + size * 0.36}
      fill={fill}
      font-size={size}
      font-weight={bold ? 600 : undefined}
      text-anchor={anchor === "start" ? undefined : anchor}
      {...(halo ? { stroke: halo, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" } : {})}
    >
      {content}
    </text>
  );
}

/** The mark of a source in its colour, `size` pixels wide, its middle at (x, y). */
export function sourceMark(source: SourceToken, x: number, y: number, size: number, theme: Theme): VNode {
  const transform = `translate(${x - size / 2} ${y - size / 2}) scale(${rounded(size / 12, 3)})`;
  return <path d={SOURCE_OUTLINES[source]} fill={theme(source)} transform={transform} />;
}

/** How an item is drawn: a stroke drawing on a 24 x 24 grid, or two letters where the data brings none. */
export interface ItemSign {
  readonly drawing: string | null;
  readonly initials: string;
}

export function itemDrawing(drawing: string, x: number, y: number, size: number, colour: string): VNode {
  return (
    <path
      d={drawing}
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${rounded(size / 24, 3)})`}
      fill="none"
      stroke={colour}
      stroke-width={1.5}
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  );
}

/** The drawing, or the letters. */
export function itemMark({ drawing, initials }: ItemSign, x: number, y: number, size: number, colour: string): VNode {
  return drawing === null
    ? label(x, y, initials, { fill: colour, bold: true, anchor: "middle" })
    : itemDrawing(drawing, x, y, size, colour);
}

const SWATCH = { width: 12, height: 8 };

export interface RampKey {
  readonly ramp: Ramp;
  readonly low: string;
  readonly high: string;
  /** Behind the high end: what is coloured. */
  readonly unit?: string;
  /** Width of one colour. */
  readonly swatch?: number;
}

export function rampKeyWidth({ low, high, unit = "", swatch = SWATCH.width }: RampKey): number {
  const end = unit === "" ? high : `${high} ${unit}`;
  return textWidth(low, SMALLEST) + textWidth(end, SMALLEST) + STOP_LEVELS.length * swatch + 10;
}

/** The colours of a ramp between its two ends, from (x, y − 6) down. */
export function rampKey(x: number, y: number, key: RampKey, theme: Theme): VNode {
  const { ramp, low, high, unit, swatch = SWATCH.width } = key;
  const from = x + textWidth(low, SMALLEST) + 5;
  const look = { fill: theme("ink-3") };
  return (
    <g>
      {label(from - 5, y, low, { ...look, anchor: "end" })}
      <g shape-rendering="crispEdges">
        {STOP_LEVELS.map((level, index) => (
          <rect
            key={level}
            x={from + index * swatch}
            y={y - SWATCH.height / 2}
            width={swatch}
            height={SWATCH.height}
            fill={levelColour(theme, ramp, Math.min(level, LEVELS - 1))}
          />
        ))}
      </g>
      {label(from + STOP_LEVELS.length * swatch + 5, y, unit ? `${high} ${unit}` : high, look)}
    </g>
  );
}

/** Lines of small text, one under the other; the first one's middle is at `y`. */
export const LINE_HEIGHT = 15;
export function paragraph(
  x: number,
  y: number,
  lines: readonly string[],
  look: TextLook,
  height: number = LINE_HEIGHT,
): VNode {
  return <g>{lines.map((line, index) => label(x, y + index * height, line, look))}</g>;
}

/** Hairlines on pixel centres. */
export function snap(value: number): number {
  return Math.round(value) + 0.5;
}
