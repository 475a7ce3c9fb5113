import type { VNode } from "preact";
import type { KeyLayout } from "./keys";
import { paragraph } from "./marks";
import type { Theme } from "./tokens";

/** The words of a key; on the page they are a paragraph, whose terms explain themselves. */
export function drawWords({ text }: KeyLayout, theme: Theme): VNode {
  return paragraph(text.x, text.y, text.lines, { fill: theme("ink-3") });
}
