// Signed parts of one sum: outward from zero, an ink tick where the sum lies.
import type { VNode } from "preact";
import { label } from "./marks";
import { type Extent, stackSegments, stackX } from "./stackSegments";
import type { SourceToken, Theme } from "./tokens";

export interface StackPart {
  readonly value: number;
  /** Null for a part that is no source (a bias): hatched instead of filled. */
  readonly source: SourceToken | null;
  readonly letter: string;
  /** For the pointer: name and number of the part. */
  readonly title: string;
}

export const STACK_HEIGHT = 20;

/** The parts of one sum in a box `width` wide, drawn at (0, 0). */
export function drawStack(parts: readonly StackPart[], extent: Extent, width: number, theme: Theme): VNode {
  const values = parts.map((part) => part.value);
  const sum = values.reduce((total, value) => total + value, 0);
  const zero = stackX(0, extent, width);
  const tick = Math.min(width - 1.5, Math.max(1.5, stackX(sum, extent, width)));
  const middle = STACK_HEIGHT / 2;
  return (
    <g>
      {stackSegments(values, extent, width).map((segment) => {
        const part = parts[segment.part];
        if (!part || segment.width <= 0) return null;
        // A hairline of paper at the outer side keeps neighbours of similar colour apart.
        const inset = segment.width > 3 ? 1 : 0;
        return (
          <g key={segment.part}>
            <title>{part.title}</title>
            <rect
              x={segment.value < 0 ? segment.x + inset : segment.x}
              y={middle - 7}
              width={Math.max(0.5, segment.width - inset)}
              height={14}
              fill={theme(part.source ?? "fill-2")}
              stroke={part.source ? undefined : theme("ink-3")}
              stroke-dasharray={part.source ? undefined : "2 2"}
            />
            {segment.letterX !== null &&
              label(segment.letterX, middle, part.letter, {
                fill: theme(part.source ? "on-src" : "ink-2"),
                bold: true,
                anchor: "middle",
              })}
          </g>
        );
      })}
      <path d={`M${zero} 0V${STACK_HEIGHT}`} stroke={theme("edge")} />
      <rect x={tick - 1.5} y={middle - 9} width={3} height={18} fill={theme("src-fused")} stroke={theme("paper")} />
    </g>
  );
}
