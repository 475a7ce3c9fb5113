// How an item of the session is named beside a map: its pictogram where the data has one, its place in time otherwise.
import type { CatalogueItem } from "../../engine.ts";
import { Pictogram } from "../common/Pictogram";

export function ItemName({ item }: { item: CatalogueItem | undefined }) {
  return (
    <span class="why-item">
      <Pictogram item={item} />
      <b>{item?.name ?? "–"}</b>
    </span>
  );
}
