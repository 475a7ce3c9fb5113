// Words with places for numbers, taken apart: what is a number of the lecture, and what only looks like one.
import { isParticle } from "../../../content/ko/particle";
import { isNumberName, type NumberName } from "../../../content/lecture/numberNames";
import { PLACE } from "../../common/fill";

export type Piece = { readonly text: string } | { readonly name: NumberName };

export function piecesOf(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = "", 2: form, index } of sentence.matchAll(PLACE)) {
    if (!isNumberName(name) || (form !== undefined && !isParticle(form))) continue;
    if (index > end) pieces.push({ text: sentence.slice(end, index) });
    pieces.push({ name });
    end = index + whole.length;
  }
  return end < sentence.length ? [...pieces, { text: sentence.slice(end) }] : pieces;
}

const MOST_ODD = 30;

/** What has a brace and is no number: it stands as it is written. */
export function oddPlaces(sentence: string): readonly string[] {
  const texts = piecesOf(sentence).flatMap((piece) => ("text" in piece ? piece.text : []));
  return texts.flatMap((text) => text.match(/\{[^{}]*\}?|\}/g) ?? []).map((odd) => odd.slice(0, MOST_ODD));
}
