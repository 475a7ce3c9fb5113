import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import type { Catalogue as Items } from "../../engine.ts";
import { session } from "../../state/current";
import { catalogue } from "../../state/opened";
import { Button, IconButton } from "../common/Button";
import { count } from "../common/format";
import { Icon } from "../common/Icon";
import { valuesInWords } from "../common/itemWords";
import { Pictogram } from "../common/Pictogram";
import { SEARCH_ID } from "../common/searchId";
import { addItem } from "../common/sessionActions";
import { attributeSources } from "../common/sources";
import { phone, wide } from "../common/viewport";
import { clearFilters, expanded, facets, filtered, hits, query } from "./catalogueFilter";
import { FacetMenu } from "./FacetMenu";
import { type Direction, neighbour } from "./neighbour";

/** Tiles in the strip beside the panels; two rows of them on a tablet and on a phone, before "show more"; tiles each press adds. */
const STRIP = 30;
const TABLET = 18;
const PHONE = 8;
const PAGE = 60;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Tiles before "all" is pressed. */
function firstTiles(): number {
  if (wide.value) return STRIP;
  return phone.value ? PHONE : TABLET;
}

interface TileProps {
  readonly data: Items;
  readonly id: number;
  /** The one tile that Tab reaches; arrows go on from there. */
  readonly reachable: boolean;
  /** The session holds it. */
  readonly chosen: boolean;
}

function Tile({ data, id, reachable, chosen }: TileProps) {
  const item = data.items[id];
  if (!item) return null;
  return (
    <button
      type="button"
      role="option"
      class="tile"
      aria-selected={chosen}
      tabIndex={reachable ? 0 : -1}
      data-item={id}
      title={t().session.tileTitle(item.name, valuesInWords(data, item))}
      onClick={() => addItem(id)}
    >
      <Pictogram item={item} />
      <span class="tile-name">{item.name}</span>
    </button>
  );
}

function Tiles({ data }: { data: Items }) {
  const shown = useSignal(PAGE);
  const focused = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const ids = hits.value;
  const limit = expanded.value ? shown.value : firstTiles();
  const visible = ids.slice(0, limit);
  const chosen = new Set(session.value);
  const reachable = visible.includes(focused.value) ? focused.value : visible[0];

  // Other hits: start again at their beginning.
  useEffect(() => {
    shown.value = PAGE;
    list.current?.scrollTo(0, 0);
  }, [ids, shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    const tiles = [...(list.current?.querySelectorAll<HTMLElement>(".tile") ?? [])];
    const at = tiles.findIndex((tile) => tile.tabIndex === 0);
    const boxes = tiles.map((tile) => tile.getBoundingClientRect());
    event.preventDefault();
    tiles[neighbour(boxes, at, direction)]?.focus();
  };

  if (ids.length === 0) {
    const words = query.value.trim();
    return (
      <p class="nothing">
        {words ? t().session.nothing(words) : t().session.nothingFiltered}{" "}
        <Button look="link" onClick={clearFilters}>
          {t().session.clearFilters}
        </Button>
      </p>
    );
  }
  return (
    <div class={expanded.value ? "tiles-frame expanded" : "tiles-frame"}>
      <div
        class="tiles"
        role="listbox"
        tabIndex={-1}
        aria-label={t().session.catalogue}
        ref={list}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const id = Number((event.target as HTMLElement).dataset.item);
          if (id > 0) focused.value = id;
        }}
      >
        {visible.map((id) => (
          <Tile key={id} data={data} id={id} reachable={id === reachable} chosen={chosen.has(id)} />
        ))}
      </div>
      {(expanded.value || !wide.value) && ids.length > limit && (
        <Button
          look="quiet"
          class="tiles-more"
          onClick={() => {
            if (expanded.value) shown.value += PAGE;
            expanded.value = true;
          }}
        >
          {t().session.showMore(count(Math.min(PAGE, ids.length - limit)))}
        </Button>
      )}
    </div>
  );
}

/** All tiles, or the first ones again. */
function AllToggle({ left }: { left: number }) {
  const words = t().session;
  return (
    <button
      type="button"
      class="facet tiles-toggle"
      aria-expanded={expanded.value}
      onClick={() => {
        expanded.value = !expanded.value;
      }}
    >
      <span>{expanded.value ? words.showFewer : words.showAll(count(left))}</span>
      <Icon name="chevron" />
    </button>
  );
}

/** One filter per attribute, and how many items are left. */
function Filters({ data }: { data: Items }) {
  const left = hits.value.length;
  const words = t().session;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend and brings a border
    <div class="facets" role="group" aria-label={words.filters}>
      {attributeSources(data.attributes).map((source) => (
        <FacetMenu key={source.name} data={data} source={source} />
      ))}
      {facets.value.some((chosen) => chosen.size > 0) && (
        <IconButton class="facets-clear" icon="close" label={words.clearFilters} onClick={clearFilters} />
      )}
      <span class="visually-hidden" role="status">
        {filtered.value ? words.found(count(left)) : ""}
      </span>
      {wide.value && left > firstTiles() ? <AllToggle left={left} /> : <span class="hit-count">{count(left)}</span>}
    </div>
  );
}

/** Everything that can be clicked: search, one filter per attribute, tiles. */
export function Catalogue() {
  const data = catalogue.value;
  const root = useRef<HTMLDivElement>(null);
  if (!data) return null;
  const placeholder = t().session.search(count(data.items.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      const best = hits.value[0];
      if (best !== undefined && filtered.value) addItem(best);
    } else if (event.key === "ArrowDown") {
      root.current?.querySelector<HTMLElement>(".tile")?.focus();
    } else if (event.key === "Escape" && query.value !== "") {
      query.value = "";
    } else return;
    event.preventDefault();
  };
  return (
    <div class="catalogue" ref={root} data-filtered={filtered.value}>
      <label class="search">
        <Icon name="search" />
        <input
          id={SEARCH_ID}
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          aria-label={placeholder}
          value={query}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <Filters data={data} />
      <Tiles data={data} />
    </div>
  );
}
