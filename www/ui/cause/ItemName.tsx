// How an item is named in a sentence: its pictogram and its name, which stay on one line.
import { Pictogram } from "../common/Pictogram";
import { itemOf, nameOf } from "./context";

/** Longer names than this may take two lines. */
const LONG = 24;

export function ItemName({ id }: { id: number }) {
  return (
    <span class="cause-item" data-long={nameOf(id).length > LONG}>
      <Pictogram item={itemOf(id)} />
      <b>{nameOf(id)}</b>
    </span>
  );
}
