import type { ComponentChildren } from "preact";
import { inRem } from "../../viz/useRoom";
import "../../styles/figure.css";

interface Props {
  readonly size: { readonly width: number; readonly height: number };
  /** What is drawn. */
  readonly children: ComponentChildren;
  /** What lies over it: grids for pointers and readers, paragraphs. */
  readonly over?: ComponentChildren;
}

/** A drawing on the page, as large as its text. Readers get what lies over it. */
export function Drawing({ size: { width, height }, children, over }: Props) {
  const box = { width: inRem(width), height: inRem(height) };
  return (
    <div class="drawing" style={{ height: box.height }}>
      <svg style={box} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {children}
      </svg>
      {over}
    </div>
  );
}
