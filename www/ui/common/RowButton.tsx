// The head of a table's row that can be pressed: which click, its sign, its name.
import type { ButtonHTMLAttributes } from "preact";
import type { CatalogueItem } from "../../engine.ts";
import { Pictogram } from "./Pictogram";
import "../../styles/row-button.css";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly step: number | string;
  readonly item: CatalogueItem | undefined;
  readonly name: string | undefined;
}

export function RowButton({ step, item, name, ...button }: Props) {
  return (
    <button type="button" class="row-button" {...button}>
      <span class="row-number">{step}</span>
      <Pictogram item={item} />
      <span class="row-name">{name}</span>
    </button>
  );
}
