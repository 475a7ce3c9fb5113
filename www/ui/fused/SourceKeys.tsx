// The marks below a diagram as buttons: pointing at one lights its source everywhere, pressing it keeps it lit. One tab stop; arrows move.
import { useSignal } from "@preact/signals";
import { t } from "../../content";
import { current, set } from "../../state/current";
import { hoveredSource } from "../../state/focus";
import { type DiagramPlace, sourceSpots } from "../../viz/fusedLayout";
import type { FusedDiagram } from "../../viz/fusedModel";
import { inRem } from "../../viz/useRoom";
import { announce } from "../common/Announcer";
import { sourceName } from "../common/sourceName";
import { togglePin } from "./light";
import { sources } from "./model";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

export function SourceKeys({ diagram, place }: { diagram: FusedDiagram; place: DiagramPlace }) {
  const words = t().fused;
  const reached = useSignal<string | null>(null);
  const spots = sourceSpots(diagram, place);
  const stop = spots.some(({ letter }) => letter === reached.value) ? reached.value : spots[0]?.letter;
  const nameOf = (letter: string) => {
    const source = sources.value.find((one) => one.letter === letter);
    return source ? sourceName(source) : letter;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.currentTarget instanceof HTMLElement)) return;
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = STEPS[event.key];
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : step === undefined ? null : at + step;
    if (event.key === "Escape") set({ source: null });
    else if (next === null) return;
    else buttons[(next + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a drawing, not of a form
    <div
      class="fused-sources"
      role="group"
      aria-label={words.sourcesOf(`${diagram.title}, ${diagram.system}`)}
      onKeyDown={onKeyDown}
    >
      {spots.map(({ letter, x, y, width, height }) => (
        <button
          key={letter}
          type="button"
          class="fused-source"
          data-letter={letter}
          tabIndex={letter === stop ? 0 : -1}
          aria-pressed={current.source.value === letter}
          aria-label={words.pickSource(nameOf(letter))}
          style={{ left: inRem(x), top: inRem(y), width: inRem(width), height: inRem(height) }}
          onPointerEnter={() => {
            hoveredSource.value = letter;
          }}
          onPointerLeave={() => {
            hoveredSource.value = null;
          }}
          onFocus={() => {
            reached.value = letter;
            hoveredSource.value = letter;
          }}
          onBlur={() => {
            hoveredSource.value = null;
          }}
          onClick={() => {
            togglePin(letter);
            if (current.source.peek() === letter) announce(words.pinned(nameOf(letter)));
          }}
        />
      ))}
    </div>
  );
}
