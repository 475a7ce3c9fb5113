// Light and dark as plain colours, for drawings that leave the page. A test holds them to www/styles/tokens.css.
import { mixOklab } from "./oklab";
import type { Theme, Token } from "./tokens";

type Tokens = Readonly<Record<Token, string>>;

export const LIGHT_TOKENS: Tokens = {
  paper: "#fcfbf9",
  fill: "#f1efea",
  "fill-2": "#e6e3dc",
  line: "#e3e0d9",
  edge: "#85878e",
  ink: "#16181d",
  "ink-2": "#454a55",
  "ink-3": "#626873",
  "src-item": "#1d5bd0",
  "src-position": "#4f5560",
  "src-attr1": "#b04e06",
  "src-attr2": "#0c7a52",
  "src-attr3": "#a8328c",
  "src-attr4": "#0a7c93",
  "src-fused": "#16181d",
  "on-src": "#ffffff",
  "seq-0": "#f6f3e9",
  "seq-1": "#ece2bd",
  "seq-2": "#d6cb9b",
  "seq-3": "#b0b18f",
  "seq-4": "#86978f",
  "seq-5": "#5f7d8d",
  "seq-6": "#3f6085",
  "seq-7": "#26406f",
  "seq-8": "#12234f",
  "div-0": "#7c2f0c",
  "div-1": "#b25a2a",
  "div-2": "#d99a6c",
  "div-3": "#f0d3b9",
  "div-4": "#f5f3ee",
  "div-5": "#c9d5e2",
  "div-6": "#86a5c8",
  "div-7": "#41689f",
  "div-8": "#173266",
  bar: "#587a99",
  "stroke-data": "2",
  "stroke-ref": "1",
};

export const DARK_TOKENS: Tokens = {
  paper: "#121419",
  fill: "#1b1f26",
  "fill-2": "#2a2f39",
  line: "#2a2e37",
  edge: "#747b88",
  ink: "#eceef2",
  "ink-2": "#bcc2cc",
  "ink-3": "#979eab",
  "src-item": "#6ea8ff",
  "src-position": "#c6cbd4",
  "src-attr1": "#f29a52",
  "src-attr2": "#52c98b",
  "src-attr3": "#f48ad2",
  "src-attr4": "#2fb6cc",
  "src-fused": "#eceef2",
  "on-src": "#121419",
  "seq-0": "#1b1f28",
  "seq-1": "#1f2f4d",
  "seq-2": "#2d4870",
  "seq-3": "#4a6685",
  "seq-4": "#6b8290",
  "seq-5": "#8f9b90",
  "seq-6": "#b7b58b",
  "seq-7": "#ddd08f",
  "seq-8": "#fbeeb4",
  "div-0": "#ffc299",
  "div-1": "#e08a52",
  "div-2": "#a65c2f",
  "div-3": "#5a3a28",
  "div-4": "#20242c",
  "div-5": "#2a4263",
  "div-6": "#41699f",
  "div-7": "#76a3dc",
  "div-8": "#c3dcff",
  bar: "#7d9fc2",
  "stroke-data": "2",
  "stroke-ref": "1",
};

/** A theme of plain colours. Mixes are worked out here as the browser works them out: no other program has to know how. */
function themeOf(tokens: Tokens): Theme {
  return (token, other, share = 0) =>
    other === undefined ? tokens[token] : mixOklab(tokens[token], tokens[other], share);
}

export const LIGHT = themeOf(LIGHT_TOKENS);
export const DARK = themeOf(DARK_TOKENS);
export const THEMES = { light: LIGHT, dark: DARK } as const;
export type ThemeName = keyof typeof THEMES;
