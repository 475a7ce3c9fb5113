import { pieces } from "../../content/marks";
import { Term } from "./Term";

/** A sentence of the dictionary whose marked terms explain themselves. */
export function Marked({ text }: { text: string }) {
  return (
    <>
      {pieces(text).map((piece, index) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <Term key={index} id={piece.term}>
            {piece.text}
          </Term>
        ),
      )}
    </>
  );
}
