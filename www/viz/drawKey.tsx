import type { VNode } from "preact";
import type { KeyLayout } from "./keys";
import { rampKey } from "./marks";
import type { Theme } from "./tokens";

/** The scales of a key. */
export function drawScales({ ramps }: KeyLayout, theme: Theme): VNode {
  return <g>{ramps.map(({ x, y, key }) => rampKey(x, y, key, theme))}</g>;
}
