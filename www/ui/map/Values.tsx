// The key of the shapes, as buttons: one value alone, once more for all.
import { t } from "../../content";
import { catalogue } from "../../state/opened";
import { type Glyph, glyphPath, isOpen } from "../../viz/itemGlyphs";
import { valueName } from "../common/itemWords";
import { sourceName } from "../common/sourceName";
import { useRoving } from "../common/useRoving";
import { by, picked, pressValue, shapes } from "./choice";

export function Values() {
  const source = by.value;
  const values = shapes.value?.values ?? [];
  const info = catalogue.value?.attributes[source?.attribute ?? -1];
  const only = picked.value;
  const first = Math.max(
    0,
    values.findIndex(({ id }) => id === only),
  );
  const roving = useRoving<HTMLDivElement>("button", values.length, first);
  if (!source || !info || values.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend and brings a border
    <div
      class="map-values"
      role="group"
      aria-label={t().map.values(sourceName(source))}
      ref={roving.ref}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
      style={{ color: source.colour }}
    >
      {values.map(({ id, glyph }, at) => (
        <button
          key={id}
          type="button"
          class="map-value"
          aria-pressed={id === only}
          tabIndex={roving.tabIndex(at)}
          onClick={() => pressValue(id)}
        >
          <Shape glyph={glyph} solid={id === only} />
          <span>{valueName(info, id)}</span>
        </button>
      ))}
      {shapes.value?.hasOthers && (
        <span class="map-value">
          <Shape glyph="dot" solid={false} />
          <span>{t().map.others}</span>
        </span>
      )}
    </div>
  );
}

/** The shape of a value in the colour that surrounds it. */
export function Shape({ glyph, solid }: { glyph: Glyph; solid: boolean }) {
  return (
    <svg class="map-shape" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <path
        d={glyphPath(glyph, 7, 7, 4.2)}
        fill={solid || glyph === "dot" ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width={solid && isOpen(glyph) ? 3 : 1.2}
      />
    </svg>
  );
}
