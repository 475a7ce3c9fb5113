// Terms inside sentences: "one [[softmax]]", "[[attention-weight|attention weights]]". The sentence says where its terms stand, so
// that each language keeps its own order of words.
import type { TermId } from "./terms";

export type Piece = string | { readonly term: TermId; readonly text: string };

/** The last brackets close a mark: "[[mask-token|[MASK]]]" shows "[MASK]". */
const MARK = /\[\[([a-z-]+)(?:\|(.+?))?\]\](?!\])/g;

/** A sentence in pieces: plain text, and terms as they stand in it. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    const [mark, id = "", shown = id] = match;
    if (match.index > end) found.push(text.slice(end, match.index));
    // That the glossary has it is held by the test of the dictionaries: the list of all terms is no part of the first view.
    found.push({ term: id as TermId, text: shown });
    end = match.index + mark.length;
  }
  if (end < text.length) found.push(text.slice(end));
  return found;
}

export function hasTerms(text: string): boolean {
  return pieces(text).some((piece) => typeof piece !== "string");
}

/** The same sentence where no term can be opened: in labels that are read out, in titles, in drawings. */
export function withoutMarks(text: string): string {
  return pieces(text)
    .map((piece) => (typeof piece === "string" ? piece : piece.text))
    .join("");
}

/** A word of the page as a term, for a place in a sentence. */
export function marked(term: TermId, text: string): string {
  return `[[${term}|${text}]]`;
}
