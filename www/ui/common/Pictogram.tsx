import type { SVGAttributes } from "preact";
import type { CatalogueItem } from "../../engine.ts";
import { itemSign } from "./itemSign";

interface Props extends SVGAttributes<SVGSVGElement> {
  item: Pick<CatalogueItem, "name" | "pictogram"> | undefined;
}

/** The item's drawing, or a plain mark with its initials where the data brings none. Decoration: the name stands beside it. */
export function Pictogram({ item, ...rest }: Props) {
  const { drawing, initials } = itemSign(item);
  return (
    <svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true" focusable="false" {...rest}>
      {drawing !== null ? (
        <path d={drawing} />
      ) : (
        <>
          <rect x="2.5" y="2.5" width="19" height="19" rx="4" />
          <text x="12" y="15.7" text-anchor="middle">
            {initials}
          </text>
        </>
      )}
    </svg>
  );
}
