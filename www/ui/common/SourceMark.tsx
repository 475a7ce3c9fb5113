import { SOURCE_OUTLINES } from "../../viz/sourceOutlines";
import type { SourceShape, SourceView } from "./sources";

function markOutline(shape: SourceShape): string {
  return SOURCE_OUTLINES[`src-${shape}`];
}

/** The sign of a source: its shape in its colour. With `letter`, the letter stands inside (for marks of 16 px and more). */
export function SourceMark({
  source,
  letter = false,
}: {
  source: Pick<SourceView, "shape" | "letter">;
  letter?: boolean;
}) {
  return (
    <svg
      class={letter ? "mark mark-letter" : "mark"}
      data-source={source.shape}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <path d={markOutline(source.shape)} />
      {letter && (
        <text x="6" y={source.shape === "position" ? 9.4 : 8.3} text-anchor="middle">
          {source.letter}
        </text>
      )}
    </svg>
  );
}
