// How an item is named in a sentence: its pictogram and its name, which begin on one line.
import { Pictogram } from "../common/Pictogram";
import { itemOf, nameOf } from "./context";

/** No line ends between a drawing and its name. */
const WORD_JOINER = "\u2060";

export function ItemName({ id }: { id: number }) {
  return (
    <span class="cause-item">
      <Pictogram item={itemOf(id)} />
      {WORD_JOINER}
      <b>{nameOf(id)}</b>
    </span>
  );
}
