// The width of a product as squares: those that count solid in the source's colour, those that cannot be used hatched.
import type { VNode } from "preact";
import { hatching } from "./hatching";
import type { SourceToken, Theme } from "./tokens";

const LARGEST = 12;
const MOST_WIDTH = 128;
export const SQUARES_HEIGHT = 12;

/** Pixels from one square to the next. */
function stepOf(width: number): number {
  return Math.min(LARGEST, MOST_WIDTH / Math.max(1, width));
}

export function squaresWidth(width: number): number {
  return Math.ceil(stepOf(width) * width);
}

export function drawSquares(source: SourceToken, width: number, used: number, theme: Theme): VNode {
  const step = stepOf(width);
  const side = step > 6 ? step - 2 : step - 0.75;
  const top = (SQUARES_HEIGHT - side) / 2;
  return (
    <g>
      {Array.from({ length: width }, (_, index) => {
        const x = index * step;
        if (index < used) return <rect key={index} x={x} y={top} width={side} height={side} fill={theme(source)} />;
        return (
          <g key={index}>
            <rect
              x={x + 0.5}
              y={top + 0.5}
              width={side - 1}
              height={side - 1}
              fill="none"
              stroke={theme("edge")}
              stroke-width={step > 6 ? 1 : 0.5}
            />
            {step > 6 && <path d={hatching(x, top, side, side, 3.4)} stroke={theme("edge")} stroke-width={0.75} />}
          </g>
        );
      })}
    </g>
  );
}
