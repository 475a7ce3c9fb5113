// Signed parts of one sum: outward from zero, an ink tick where the sum lies.
import { type Extent, stackSegments, stackX } from "./stackSegments";

export interface StackPart {
  value: number;
  colour: string;
  letter: string;
  /** For the pointer: name and number of the part. */
  title: string;
  /** A part that is no source (a bias): hatched instead of filled. */
  plain?: boolean;
}

export interface StackedRowProps {
  parts: readonly StackPart[];
  extent: Extent;
  width: number;
  height?: number;
}

export function StackedRow({ parts, extent, width, height = 20 }: StackedRowProps) {
  const values = parts.map((part) => part.value);
  const sum = values.reduce((total, value) => total + value, 0);
  const zero = stackX(0, extent, width);
  const tick = Math.min(width - 1.5, Math.max(1.5, stackX(sum, extent, width)));
  // The table beside it carries the numbers; the drawing is for the eye.
  return (
    <svg class="stack" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {stackSegments(values, extent, width).map((segment) => {
        const part = parts[segment.part];
        if (!part || segment.width <= 0) return null;
        // A hairline of paper at the outer side keeps neighbours of similar colour apart.
        const inset = segment.width > 3 ? 1 : 0;
        const x = segment.value < 0 ? segment.x + inset : segment.x;
        return (
          <g key={segment.part}>
            <title>{part.title}</title>
            <rect
              class={part.plain ? "stack-plain" : "stack-part"}
              x={x}
              y={height / 2 - 7}
              width={Math.max(0.5, segment.width - inset)}
              height={14}
              style={{ "--c": part.colour }}
            />
            {segment.letterX !== null && (
              <text class={part.plain ? "stack-letter is-plain" : "stack-letter"} x={segment.letterX} y={height / 2}>
                {part.letter}
              </text>
            )}
          </g>
        );
      })}
      <line class="stack-zero" x1={zero} x2={zero} y1={0} y2={height} />
      <rect class="stack-sum" x={tick - 1.5} y={height / 2 - 9} width={3} height={18} />
    </svg>
  );
}
