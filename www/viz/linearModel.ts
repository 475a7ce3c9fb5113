// Many clicks at once: how far each source's gradients stand from the item's, and what the best linear map from the item's leaves of them.
import type { GradientSource } from "./gradientModel";

export interface LinearRow {
  readonly source: GradientSource;
  /** Over the clicks; null where there is no angle, and `text` says why. */
  readonly cosine: { readonly least: number; readonly mean: number; readonly most: number } | null;
  readonly text: string;
  /** Share that the best map leaves; null where there is nothing to map. */
  readonly residual: number | null;
  readonly residualText: string;
}

export interface LinearModel {
  readonly groups: readonly { readonly name: string; readonly sub: string; readonly rows: readonly LinearRow[] }[];
  readonly words: {
    readonly cosine: string;
    readonly residual: string;
    readonly reading: string;
  };
  readonly signed: (value: number, digits: number) => string;
}
