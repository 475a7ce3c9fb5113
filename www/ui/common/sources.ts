// One colour, one shape, one letter per source of information, everywhere on the page.
import type { AttributeInfo, SourceInfo } from "../../engine.ts";
import { attributeLetters } from "../../state/sourceLetters";
import type { SourceToken } from "../../viz/tokens";

/** The drawing of a mark and the suffix of its colour token (`--src-item`, `--src-attr1`, …). */
export type SourceShape = "item" | "position" | "attr1" | "attr2" | "attr3" | "attr4" | "fused";

export interface SourceView {
  readonly kind: Exclude<SourceInfo["kind"], "joint"> | "fused";
  /** Index of the attribute in the data; null for item, position and fused. */
  readonly attribute: number | null;
  /** Name of the attribute as the data gives it; "item", "position", "fused" otherwise. */
  readonly name: string;
  readonly shape: SourceShape;
  readonly letter: string;
  /** Its colour in drawings. */
  readonly token: SourceToken;
  /** `var(--src-…)`, for inline styles of bars and rules. */
  readonly colour: string;
}

const ATTRIBUTE_SHAPES = ["attr1", "attr2", "attr3", "attr4"] as const;

function colours(shape: SourceShape): Pick<SourceView, "token" | "colour"> {
  return { token: `src-${shape}`, colour: `var(--src-${shape})` };
}

function fixed(kind: "item" | "position" | "fused", letter: string): SourceView {
  return { kind, attribute: null, name: kind, shape: kind, letter, ...colours(kind) };
}

export const ITEM_SOURCE = fixed("item", "I");
export const POSITION_SOURCE = fixed("position", "P");
export const FUSED_SOURCE = fixed("fused", "F");

/** The attributes of the data as sources, in the data's order. A fifth attribute reuses the first one's shape. */
export function attributeSources(attributes: readonly Pick<AttributeInfo, "name">[]): SourceView[] {
  const letters = attributeLetters(attributes.map(({ name }) => name));
  return attributes.map(({ name }, attribute) => {
    const shape = ATTRIBUTE_SHAPES[attribute % ATTRIBUTE_SHAPES.length] ?? "attr4";
    return {
      kind: "attribute",
      attribute,
      name,
      shape,
      letter: letters[attribute] ?? "?",
      ...colours(shape),
    };
  });
}

/** The views of a model's sources, in the model's order (item, position, attributes). */
export function sourceViews(
  sources: readonly SourceInfo[],
  attributes: readonly Pick<AttributeInfo, "name">[],
): SourceView[] {
  const views = attributeSources(attributes);
  return sources.map((source) => {
    if (source.kind === "item") return ITEM_SOURCE;
    if (source.kind === "position") return POSITION_SOURCE;
    // Mixed before anything was compared: it wears the mark of what is fused.
    if (source.kind === "joint") return FUSED_SOURCE;
    return views[source.attribute ?? -1] ?? ITEM_SOURCE;
  });
}
