// The marks below a diagram as buttons: pointing at one lights its source everywhere, pressing it keeps it lit. One tab stop; arrows move.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { hoveredSource } from "../../state/litSource";
import { type DiagramPlace, sourceSpots } from "../../viz/fusedLayout";
import type { FusedDiagram } from "../../viz/fusedModel";
import { inRem } from "../../viz/useRoom";
import { announce } from "../common/Announcer";
import { sourceName } from "../common/sourceName";
import { useRoving } from "../common/useRoving";
import { togglePin } from "./light";
import { sources } from "./model";

export function SourceKeys({ diagram, place }: { diagram: FusedDiagram; place: DiagramPlace }) {
  const words = t().fused;
  const spots = sourceSpots(diagram, place);
  const { ref, tabIndex, onKeyDown, onFocusIn } = useRoving<HTMLDivElement>("button", spots.length, 0);
  const nameOf = (letter: string) => {
    const source = sources.value.find((one) => one.letter === letter);
    return source ? sourceName(source) : letter;
  };
  const light = (letter: string | null) => {
    hoveredSource.value = letter;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a drawing, not of a form
    <div
      ref={ref}
      class="fused-sources"
      role="group"
      aria-label={words.sourcesOf(`${diagram.title}, ${diagram.system}`)}
      onFocusIn={onFocusIn}
      onKeyDown={(event) => {
        if (event.key === "Escape" && current.source.peek() !== null) set({ source: null });
        else onKeyDown(event);
      }}
    >
      {spots.map(({ letter, x, y, width, height }, index) => (
        <button
          key={letter}
          type="button"
          class="fused-source"
          data-letter={letter}
          tabIndex={tabIndex(index)}
          aria-pressed={current.source.value === letter}
          aria-label={words.pickSource(nameOf(letter))}
          style={{ left: inRem(x), top: inRem(y), width: inRem(width), height: inRem(height) }}
          onPointerEnter={() => light(letter)}
          onPointerLeave={() => light(null)}
          onFocus={() => light(letter)}
          onBlur={() => light(null)}
          onClick={() => {
            togglePin(letter);
            if (current.source.peek() === letter) announce(words.pinned(nameOf(letter)));
          }}
        />
      ))}
    </div>
  );
}
