import type { ComponentChildren } from "preact";
import { Marked } from "./Marked";

/** A sentence of the dictionary with its `{places}` filled and its terms marked: each language keeps its own order of words. */
export function Fill({ text, parts }: { text: string; parts: Record<string, ComponentChildren> }) {
  return (
    <>
      {text.split(/\{(\w+)\}/).map((piece, index) =>
        // Odd pieces are names of places.
        index % 2 === 1 ? parts[piece] : <Marked key={index} text={piece} />,
      )}
    </>
  );
}
