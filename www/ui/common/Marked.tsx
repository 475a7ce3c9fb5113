import { type Piece, pieces } from "../../content/marks";
import { Term } from "./Term";

/** A sentence of the dictionary whose marked terms explain themselves. */
export function Marked({ text }: { text: string }) {
  return (
    <>
      {pieces(text).map((piece, index, all) => {
        // Between two terms there is text, and before text there is a term.
        if (typeof piece === "string") return index === 0 ? piece : piece.slice(tailOf(piece).length);
        const tail = tailOf(all[index + 1]);
        const term = (
          <Term key={index} id={piece.term}>
            {piece.text}
          </Term>
        );
        if (tail === "") return term;
        return (
          <span key={index} class="with-tail">
            {term}
            {tail}
          </span>
        );
      })}
    </>
  );
}

/** What stays with the term before it. A joiner alone does not hold it: to a browser a line may end behind any button. */
function tailOf(piece: Piece | undefined): string {
  return typeof piece === "string" ? (/^\u2060\S*/.exec(piece)?.[0] ?? "") : "";
}
