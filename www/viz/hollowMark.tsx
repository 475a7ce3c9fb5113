import type { VNode } from "preact";
import { rounded } from "./rounded";
import { SOURCE_OUTLINES } from "./sourceOutlines";
import type { SourceToken, Theme } from "./tokens";

/** The mark of a source, only its outline: what is halved, missing, or of another. */
export function hollowMark(source: SourceToken, x: number, y: number, size: number, theme: Theme): VNode {
  const transform = `translate(${x - size / 2} ${y - size / 2}) scale(${rounded(size / 12, 3)})`;
  const outline = { fill: theme("paper"), stroke: theme(source), "stroke-width": 1.75 };
  return <path d={SOURCE_OUTLINES[source]} transform={transform} stroke-linejoin="round" {...outline} />;
}
