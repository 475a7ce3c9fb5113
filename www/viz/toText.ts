// A drawing as text: what a file holds, and what the picture tests compare. Drawings are plain elements; a component among them
// must be a pure function of its properties.
import type { ComponentChildren, VNode } from "preact";
import { rounded } from "./rounded";
import { withoutJoiners } from "./withoutJoiners";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeText(text: string): string {
  return withoutJoiners(text).replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}

function isElement(child: ComponentChildren): child is VNode<Record<string, unknown>> {
  return typeof child === "object" && child !== null && "type" in child && "props" in child;
}

/** Finer than any screen or printer. */
const DIGITS = 2;

function attribute(name: string, value: unknown): string {
  if (name === "children" || name === "key" || name === "ref") return "";
  if (value === undefined || value === null || value === false) return "";
  if (typeof value === "number") return ` ${name}="${rounded(value, DIGITS)}"`;
  if (typeof value === "string") return ` ${name}="${escapeText(value)}"`;
  throw new Error(`a drawing cannot hold ${name} as ${typeof value}: only attributes stand in a file`);
}

export function toText(child: ComponentChildren): string {
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (Array.isArray(child)) return child.map(toText).join("");
  if (!isElement(child)) return typeof child === "object" ? "" : escapeText(String(child));
  const { type, props } = child;
  if (typeof type === "function") {
    const draw = type as (props: unknown) => ComponentChildren;
    return toText(draw(props));
  }
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value));
  const inside = toText(props.children as ComponentChildren);
  const open = `${type}${attributes.join("")}`;
  return inside === "" ? `<${open}/>` : `<${open}>${inside}</${type}>`;
}
