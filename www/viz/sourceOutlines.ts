import type { SourceToken } from "./tokens";

/** The marks of the sources: filled outlines on a 12 x 12 grid, drawn to look equally heavy. */
export const SOURCE_OUTLINES: Readonly<Record<SourceToken, string>> = {
  "src-item": "M6 1.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2z",
  "src-position": "M6 1.2 11.3 10.5H.7z",
  "src-attr1": "M1.8 1.8h8.4v8.4H1.8z",
  "src-attr2": "M6 .5 11.5 6 6 11.5.5 6z",
  "src-attr3": "M6 .4 7.6 4.1l4 .4-3 2.7.9 4L6 9.1l-3.5 2.1.9-4-3-2.7 4-.4z",
  "src-attr4": "M4.3.9h3.4v3.4h3.4v3.4H7.7v3.4H4.3V7.7H.9V4.3h3.4z",
  "src-fused": "M3.4 1.3h5.2L11.3 6l-2.7 4.7H3.4L.7 6z",
};
