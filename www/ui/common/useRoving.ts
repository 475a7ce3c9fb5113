// One tab stop for a row of buttons: Tab comes back to where it left, arrows move inside.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface Roving<E extends HTMLElement> {
  readonly ref: { current: E | null };
  /** -1 for all buttons but the one that Tab reaches. */
  readonly tabIndex: (at: number) => 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
}

/** `selector`: the buttons inside the element with `ref`; `first`: the one that Tab reaches before any had the focus. */
export function useRoving<E extends HTMLElement>(selector: string, count: number, first: number): Roving<E> {
  const ref = useRef<E>(null);
  const reached = useSignal<number | null>(null);
  const stop = Math.min(Math.max(reached.value ?? first, 0), Math.max(0, count - 1));
  const all = () => [...(ref.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
  return {
    ref,
    tabIndex: (at) => (at === stop ? 0 : -1),
    onFocusIn: ({ target }) => {
      const at = all().indexOf(target as HTMLElement);
      if (at >= 0) reached.value = at;
    },
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const buttons = all();
      const at = buttons.indexOf(document.activeElement as HTMLElement);
      const step = STEPS[event.key];
      const to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : step ? at + step : null;
      if (at < 0 || to === null) return;
      event.preventDefault();
      buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
    },
  };
}
