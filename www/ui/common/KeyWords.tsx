import type { KeyLayout } from "../../viz/keys";
import { inRem } from "../../viz/useRoom";
import { Marked } from "./Marked";

/** How to read a drawing, in the room its key leaves for words: a paragraph, because its terms explain themselves. */
export function KeyWords({ place: { text }, words }: { place: KeyLayout; words: string }) {
  const { x, y, width } = text;
  return (
    <p class="key-words" style={{ left: inRem(x), top: inRem(y - 8), width: inRem(width) }}>
      <Marked text={words} />
    </p>
  );
}
