import { signal } from "@preact/signals";

const message = signal("");

/** Reads a sentence out without moving focus. The same sentence twice in a row is read twice. */
export function announce(sentence: string): void {
  message.value = message.value === sentence ? `${sentence}\u00a0` : sentence;
}

/** The one polite live region of the page. */
export function Announcer() {
  return (
    <div class="visually-hidden" role="status">
      {message}
    </div>
  );
}
