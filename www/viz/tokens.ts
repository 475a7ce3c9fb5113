// The colours and widths a drawing may use, by the names of www/styles/tokens.css. Drawings ask a theme and write the answer
// into attributes, so that a drawing needs no style sheet.

export type Ramp = "seq" | "div";
type Stop = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type SourceToken =
  | "src-item"
  | "src-position"
  | "src-attr1"
  | "src-attr2"
  | "src-attr3"
  | "src-attr4"
  | "src-fused";

export type Token =
  | "paper"
  | "fill"
  | "fill-2"
  | "line"
  | "edge"
  | "ink"
  | "ink-2"
  | "ink-3"
  | "on-src"
  | "bar"
  | "stroke-data"
  | "stroke-ref"
  | SourceToken
  | `${Ramp}-${Stop}`;

/** What a token is; with a second token, the mix of `share` of that one with the rest of the first. */
export type Theme = (token: Token, other?: Token, share?: number) => string;

/** The page's own theme: it names the variables, so a change from light to dark costs no redraw. */
export const PAGE: Theme = (token, other, share = 0) =>
  other === undefined
    ? `var(--${token})`
    : `color-mix(in oklab, var(--${other}) ${Math.round(share * 100)}%, var(--${token}))`;
