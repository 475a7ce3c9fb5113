import type { ComponentChildren } from "preact";
import { inRem } from "../../viz/useRoom";
import "../../styles/figure.css";

interface Props {
  readonly size: { readonly width: number; readonly height: number };
  /** What is drawn and stays. */
  readonly children: ComponentChildren;
  /** What moves over it: a layer of its own, so that the thousands of cells below are not painted again for it. */
  readonly moving?: ComponentChildren;
  /** What lies over it: grids for pointers and readers, paragraphs. */
  readonly over?: ComponentChildren;
}

/** A drawing on the page, as large as its text. Readers get what lies over it. */
export function Drawing({ size: { width, height }, children, moving, over }: Props) {
  const box = { width: inRem(width), height: inRem(height) };
  return (
    <div class="drawing" style={{ height: box.height }}>
      <svg style={box} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {children}
      </svg>
      {moving && (
        <svg class="drawing-moving" style={box} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {moving}
        </svg>
      )}
      {over}
    </div>
  );
}
