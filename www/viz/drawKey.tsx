import type { VNode } from "preact";
import type { KeyLayout } from "./keys";
import { paragraph, rampKey } from "./marks";
import type { Theme } from "./tokens";

/** Scales and words of a key. */
export function drawKey({ ramps, text }: KeyLayout, theme: Theme): VNode {
  return (
    <g>
      {ramps.map(({ x, y, key }) => rampKey(x, y, key, theme))}
      {paragraph(text.x, text.y, text.lines, { fill: theme("ink-3") })}
    </g>
  );
}
