import type { SVGAttributes } from "preact";
import type { CatalogueItem } from "../../engine.ts";
import { PICTOGRAMS } from "./pictograms";

/** The first letters of the first two words that have one: what stands in for a drawing. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}

interface Props extends SVGAttributes<SVGSVGElement> {
  item: Pick<CatalogueItem, "name" | "pictogram"> | undefined;
}

/** The item's drawing, or a plain mark with its initials where the data brings none. Decoration: the name stands beside it. */
export function Pictogram({ item, ...rest }: Props) {
  const drawing = item && PICTOGRAMS[item.pictogram];
  return (
    <svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true" focusable="false" {...rest}>
      {drawing ? (
        <path d={drawing} />
      ) : (
        <>
          <rect x="2.5" y="2.5" width="19" height="19" rx="4" />
          <text x="12" y="15.7" text-anchor="middle">
            {initials(item?.name ?? "")}
          </text>
        </>
      )}
    </svg>
  );
}
