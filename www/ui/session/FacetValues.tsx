// The values of one attribute, each with what it would leave.
import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import type { AttributeInfo, Catalogue } from "../../engine.ts";
import { openData, summary } from "../../state/opened";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { valueName } from "../common/itemWords";
import { attributeName } from "../common/sourceName";
import { facets } from "./catalogueFilter";
import { clearFacet, toggleFacet } from "./chooseFacet";
import { type FacetValue, facetValues } from "./countFacets";
import { valueGroups } from "./valueGroups";
import "../../styles/facets.css";

const byName = new Intl.Collator(undefined, { numeric: true });
/** A search field is worth its place from this many values on. */
const FIND_FROM = 15;

export function FacetValues({ data, attribute }: { data: Catalogue; attribute: number }) {
  const find = useSignal("");
  const groups = useMemo(() => valueGroups(data, attribute), [data, attribute]);
  const info = data.attributes[attribute];
  if (!info) return null;
  const chosen = facets.value[attribute] ?? new Set();
  const name = attributeName(info.name);
  const wanted = find.value.trim().toLowerCase();
  const values = facetValues(data, attribute, facets.value);
  const byId = new Map(values.map((value) => [value.id, value]));
  // Found by its name on screen and by the engine's own.
  const own = openData.value?.catalogue.attributes[attribute]?.values ?? [];
  const fits = (id: number) =>
    [byId.get(id)?.name, own[id]].some((called) => called?.toLowerCase().includes(wanted) ?? false);
  const check = (id: number) => {
    const value = byId.get(id);
    return value && <Value key={id} attribute={attribute} info={info} value={value} isChosen={chosen.has(id)} />;
  };
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
        {groups
          ? groups.map(({ id, within }) => {
              // A wider value brings everything within it along.
              const shown = fits(id) ? within : within.filter(fits);
              return (
                (fits(id) || shown.length > 0) && (
                  <Fragment key={id}>
                    {check(id)}
                    <li>
                      <ul class="facet-within">{shown.map(check)}</ul>
                    </li>
                  </Fragment>
                )
              );
            })
          : ordered(values)
              .filter(({ id }) => fits(id))
              .map(({ id }) => check(id))}
      </ul>
      <Button
        look="quiet"
        icon="close"
        class="facet-clear"
        unavailable={chosen.size === 0}
        onClick={() => clearFacet(attribute)}
      >
        {t().session.facetClear}
      </Button>
    </>
  );
}

/** The shop's values stand in a telling order; a file's in the order they happened to appear. */
function ordered(values: readonly FacetValue[]): readonly FacetValue[] {
  return summary.value?.origin === "file" ? [...values].sort((a, b) => byName.compare(a.name, b.name)) : values;
}

interface ValueProps {
  readonly attribute: number;
  readonly info: AttributeInfo;
  readonly value: FacetValue;
  readonly isChosen: boolean;
}

function Value({ attribute, info, value, isChosen }: ValueProps) {
  return (
    <li>
      <label class={value.count === 0 && !isChosen ? "facet-value empty" : "facet-value"}>
        <input type="checkbox" checked={isChosen} onChange={() => toggleFacet(attribute, value.id)} />
        <span>{valueName(info, value.id)}</span>
        <span class="facet-count">{count(value.count)}</span>
      </label>
    </li>
  );
}
