import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { Icon } from "../common/Icon";
import { lazyOpened } from "../common/lazy";
import { Popover } from "../common/Popover";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";
import { facets } from "./catalogueFilter";

const FacetValues = lazyOpened(async () => (await import("./FacetValues")).FacetValues);

/** The filter of one attribute: all its values with what each would leave. */
export function FacetMenu({ data, source }: { data: Catalogue; source: SourceView }) {
  const attribute = source.attribute ?? 0;
  const chosen = facets.value[attribute]?.size ?? 0;
  const name = sourceName(source);
  return (
    <Popover
      label={t().session.facet(name)}
      triggerClass={chosen > 0 ? "facet chosen" : "facet"}
      triggerLabel={chosen > 0 ? t().session.facetOn(name, chosen) : t().session.facet(name)}
      trigger={
        <>
          <SourceMark source={source} />
          <span>{name}</span>
          {chosen > 0 && <span class="facet-chosen">{chosen}</span>}
          <Icon name="chevron" />
        </>
      }
    >
      {() => <FacetValues data={data} attribute={attribute} />}
    </Popover>
  );
}
