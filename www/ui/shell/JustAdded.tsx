import { useEffect } from "preact/hooks";
import { catalogue } from "../../state/opened";
import { ItemValues } from "../common/ItemValues";
import { itemName } from "../common/itemWords";
import { Pictogram } from "../common/Pictogram";
import { justAdded } from "../common/sessionActions";
import "../../styles/just-added.css";

const SHOWN_MS = 2500;

/** On narrow screens the row of the item just added, which is out of sight in a long session. Those who listen have heard of it. */
export function JustAdded() {
  const data = catalogue.value;
  const added = justAdded.value;
  useEffect(() => {
    if (!added) return;
    const timer = setTimeout(() => {
      justAdded.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [added]);
  if (!data || !added) return null;
  return (
    <div class="just-added" aria-hidden="true" key={added.place}>
      <span class="just-added-place">{added.place}</span>
      <Pictogram item={data.items[added.item]} />
      <span class="just-added-name">{itemName(data, added.item)}</span>
      <ItemValues data={data} id={added.item} />
    </div>
  );
}
