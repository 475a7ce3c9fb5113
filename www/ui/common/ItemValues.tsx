import type { Catalogue } from "../../engine.ts";
import { shortValueName } from "./itemWords";
import { SourceMark } from "./SourceMark";
import { attributeSources } from "./sources";

/** An item's attribute values behind the marks of their sources. Of several values of one attribute the first; a title holds all. */
export function ItemValues({ data, id }: { data: Catalogue; id: number }) {
  return (
    <span class="item-values">
      {attributeSources(data.attributes).map((source, index) => {
        const attribute = data.attributes[index];
        const first = data.items[id]?.values[index]?.[0];
        return (
          <span class="item-value" key={source.name}>
            {attribute && first !== undefined && (
              <>
                <SourceMark source={source} />
                <span class="item-value-name">{shortValueName(attribute, first)}</span>
              </>
            )}
          </span>
        );
      })}
    </span>
  );
}
