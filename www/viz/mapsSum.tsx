// The focus cell's sum and weight as two large numbers, where the maps do not stand in one row with their sum.
import type { VNode } from "preact";
import type { MapsModel } from "./mapsModel";
import { LINE_HEIGHT, label, SMALLEST, sourceMark } from "./marks";
import { wrapText } from "./textWidth";
import type { Theme } from "./tokens";

export interface SumPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly large: boolean;
  readonly names: readonly string[];
  readonly after: readonly string[];
  /** Middles of the two numbers and of the first line between them. */
  readonly scoreAt: number;
  readonly afterAt: number;
  readonly weightAt: number;
}

const NAME_FROM = 15;
const SIZES = {
  large: { text: 13, line: 17, number: 30, above: 28, below: 28 },
  small: { text: SMALLEST, line: LINE_HEIGHT, number: 17, above: 20, below: 19 },
};

export function layoutSum(
  { words }: Pick<MapsModel, "words">,
  { x, y, width, large }: Pick<SumPlace, "x" | "y" | "width" | "large">,
): SumPlace {
  const { text, line, above, below, number } = large ? SIZES.large : SIZES.small;
  const names = wrapText(words.sum, text, width - NAME_FROM);
  const after = wrapText(words.weightAfter, text, width);
  const scoreAt = 13 + (names.length - 1) * line + above;
  const afterAt = scoreAt + below;
  const weightAt = afterAt + (after.length - 1) * line + above;
  return { x, y, width, height: weightAt + number / 2, large, names, after, scoreAt, afterAt, weightAt };
}

export function drawSum(
  { signed, decimal }: MapsModel,
  place: SumPlace,
  score: number,
  weight: number,
  theme: Theme,
): VNode {
  const { x, y, width, large, names, after, scoreAt, afterAt, weightAt } = place;
  const { text, line, number } = large ? SIZES.large : SIZES.small;
  const big = { fill: theme("ink"), size: number, bold: true };
  const quiet = { fill: theme("ink-2"), size: text };
  return (
    <g>
      {!large && <rect x={x} y={y} width={width} height={2} fill={theme("src-fused")} />}
      {sourceMark("src-fused", x + 5, y + 13, 10, theme)}
      {names.map((one, index) => label(x + NAME_FROM, y + 13 + index * line, one, quiet))}
      {label(x, y + scoreAt, signed(score), big)}
      {after.map((one, index) => label(x, y + afterAt + index * line, one, quiet))}
      {label(x, y + weightAt, decimal(weight), big)}
    </g>
  );
}
