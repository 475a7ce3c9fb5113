// Sizes of a model as a diagram needs them: widths of vectors, of heads, of what is joined.
import type { ModelConfig } from "../../engine.ts";

export interface Shapes {
  readonly width: number;
  readonly heads: number;
  readonly layers: number;
  /** Slots that the model has, used or not. */
  readonly slots: number;
  /** Slots that it adds to the clicks: [MASK], where it reads the answer. */
  readonly added: number;
  readonly headWidth: number;
  /** By attribute of the data: width of its vectors, and of one head of its queries and keys. */
  readonly attributes: readonly { readonly width: number; readonly headWidth: number }[];
}

/** Null for models without attention, and for settings that leave their sizes open. */
export function shapesOf(config: ModelConfig | null, attributes: number): Shapes | null {
  if (!config || !("n_heads" in config)) return null;
  const { hidden_size: width = 0, n_heads: heads = 0, n_layers: layers = 0, max_length: slots = 0 } = config;
  if (width === 0 || heads === 0 || slots === 0) return null;
  const own = "attributes" in config ? (config.attributes ?? []) : [];
  const isDecoupled = config.kind === "dif_sr" || config.kind === "dif_bert";
  return {
    ...{ width, heads, layers, slots },
    added: config.kind === "dif_bert" ? 1 : 0,
    headWidth: Math.floor(width / heads),
    attributes: Array.from({ length: attributes }, (_, index) => {
      // Everywhere else attributes are as wide as the item they join.
      const wide = isDecoupled ? (own[index]?.attribute_hidden_size ?? width) : width;
      return { width: wide, headWidth: Math.floor(wide / heads) };
    }),
  };
}

/** How many of a session's clicks it reads: the newest, as many as it has slots for. */
export function clicksRead({ slots, added }: Shapes, clicks: number): number {
  return Math.min(clicks, slots - added);
}

/** Rows of its vectors, and rows and columns of its tables. */
export function rowsRead(shapes: Shapes, clicks: number): number {
  return clicksRead(shapes, clicks) + shapes.added;
}

/** Numbers that one head compares for each source: item, position, attributes. */
export function comparedWidths({ headWidth, attributes }: Shapes): number[] {
  return [headWidth, headWidth, ...attributes.map((attribute) => attribute.headWidth)];
}

/** What a fusion of scores adds to each layer. */
export function fusionParameters(fusion: "sum" | "concat" | "gate", sources: number, slots: number): number {
  if (fusion === "sum") return 0;
  return fusion === "concat" ? sources * slots ** 2 + slots : slots ** 2 + 2 * slots + 1;
}
