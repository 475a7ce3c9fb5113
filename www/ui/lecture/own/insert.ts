// The field that was written in last: a number that is chosen from the list goes there.
import { signal } from "@preact/signals";

interface InHand {
  readonly label: string;
  readonly field: HTMLTextAreaElement;
  readonly put: (text: string) => void;
}

export const wordInHand = signal<InHand | null>(null);

/** At the caret, in place of what is selected. */
export function insert(name: string): void {
  const now = wordInHand.peek();
  if (!now) return;
  const { field, put } = now;
  const [from, to] = [field.selectionStart, field.selectionEnd];
  const place = `{${name}}`;
  put(field.value.slice(0, from) + place + field.value.slice(to));
  field.focus();
  // Once the field shows it.
  requestAnimationFrame(() => field.setSelectionRange(from + place.length, from + place.length));
}
