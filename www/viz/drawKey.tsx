import type { VNode } from "preact";
import type { KeyLayout } from "./keys";
import { paragraph, rampKey } from "./marks";
import type { Theme } from "./tokens";

/** The scales of a key. */
export function drawScales({ ramps }: KeyLayout, theme: Theme): VNode {
  return <g>{ramps.map(({ x, y, key }) => rampKey(x, y, key, theme))}</g>;
}

/** Its words; on the page they are a paragraph, whose terms explain themselves. */
export function drawWords({ text }: KeyLayout, theme: Theme): VNode {
  return paragraph(text.x, text.y, text.lines, { fill: theme("ink-3") });
}
