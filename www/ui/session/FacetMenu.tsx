import { useSignal } from "@preact/signals";
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { summary } from "../../state/opened";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { Icon } from "../common/Icon";
import { valueName } from "../common/itemWords";
import { Popover } from "../common/Popover";
import { SourceMark } from "../common/SourceMark";
import { attributeName, sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";
import { clearFacet, facets, toggleFacet } from "./catalogueFilter";
import { facetValues } from "./searchCatalogue";

const byName = new Intl.Collator(undefined, { numeric: true });
/** A search field is worth its place from this many values on. */
const FIND_FROM = 15;

function FacetValues({ data, attribute }: { data: Catalogue; attribute: number }) {
  const find = useSignal("");
  const info = data.attributes[attribute];
  if (!info) return null;
  const chosen = facets.value[attribute] ?? new Set();
  const name = attributeName(info.name);
  const wanted = find.value.trim().toLowerCase();
  const values = facetValues(data, attribute, facets.value).filter(({ name }) => name.toLowerCase().includes(wanted));
  // The shop's values stand in a telling order; a file's in the order they happened to appear.
  if (summary.value?.origin === "file") values.sort((a, b) => byName.compare(a.name, b.name));
  return (
    <>
      {info.values.length > FIND_FROM && (
        <input
          type="search"
          class="facet-find"
          aria-label={t().session.facetFind(name)}
          placeholder={t().session.facetFind(name)}
          value={find}
          onInput={(event) => {
            find.value = event.currentTarget.value;
          }}
        />
      )}
      <ul class="facet-values">
        {values.map((value) => (
          <li key={value.id}>
            <label class={value.count === 0 && !chosen.has(value.id) ? "facet-value empty" : "facet-value"}>
              <input type="checkbox" checked={chosen.has(value.id)} onChange={() => toggleFacet(attribute, value.id)} />
              <span>{valueName(info, value.id)}</span>
              <span class="facet-count">{count(value.count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {chosen.size > 0 && (
        <Button look="quiet" icon="close" onClick={() => clearFacet(attribute)}>
          {t().session.facetClear}
        </Button>
      )}
    </>
  );
}

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
