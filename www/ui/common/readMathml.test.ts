import type { ComponentChild, VNode } from "preact";
import { expect, test } from "vitest";
import formulas from "../../content/formulas.tex";
import { readMathml } from "./readMathml";

/** Back to text. */
function written(node: ComponentChild): string {
  if (typeof node !== "object" || node === null) return String(node);
  const { type, props } = node as VNode<Record<string, unknown>>;
  const { children = [], ...attributes } = props;
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${type}${given.join("")}>${[children].flat().map(written).join("")}</${type}>`;
}

test("every formula of the page becomes the elements that it is written with", () => {
  for (const [name, math] of Object.entries(formulas)) {
    const whole = math.replace(/<(\w+)([^>]*?) ?\/>/g, "<$1$2></$1>");
    expect(readMathml(math).map(written).join(""), name).toBe(whole);
  }
});

test("what is no MathML is refused", () => {
  for (const text of ["<img src=x>", "<mi>x", "</mi>", "<mi>x</mo>", "<mi onclick='x'>x</mi>", "<mi><script></mi>"])
    expect(() => readMathml(text), text).toThrow();
});
