// What a visitor prefers, kept on their machine: the fields whose scope says so, as they stand in a link. A browser may forbid it; then
// the page asks again next time.
import { effect } from "@preact/signals";
import { current } from "./current";
import { type FieldName, fieldOf, type Patch, VISITOR_FIELDS } from "./fields";
import { lectureDoor } from "./lecturePlace";

/** Each under its own name; these are the names of before there was a table of fields. */
const STORED: Partial<Record<FieldName, string>> = { wish: "compare" };

function keyOf(name: FieldName): string {
  return `dif-sr.${STORED[name] ?? name}`;
}

function recall(name: FieldName): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** What was kept, checked as a link is. */
export function recallVisitor(): Patch {
  const found: Partial<Record<FieldName, unknown>> = {};
  for (const name of VISITOR_FIELDS) {
    const text = recall(name);
    const { keys, read, upgrade } = fieldOf(name);
    if (text === null) continue;
    const params = new URLSearchParams(upgrade?.(text) ?? (keys.length === 1 ? `${keys[0]}=${text}` : text));
    const value = read(
      (key) => params.get(key),
      () => undefined,
    );
    if (value !== null) found[name] = value;
  }
  return found as Patch;
}

/** Keeps them from now on. */
export function rememberVisitor(): () => void {
  const stops = VISITOR_FIELDS.map((name) =>
    effect(() => {
      // What a lecture or the page around this one chooses is not the visitor's habit.
      if (current.lecture.value !== null || current.embed.value !== null || lectureDoor.isWalked) return;
      const written = fieldOf(name).write(current[name].value);
      const [only] = written;
      const text = fieldOf(name).keys.length === 1 ? (only?.[1] ?? "") : new URLSearchParams(pairs(written)).toString();
      try {
        localStorage.setItem(keyOf(name), text);
      } catch {
        // Nothing depends on it.
      }
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

function pairs(written: readonly (readonly [string, string])[]): [string, string][] {
  return written.map(([key, text]) => [key, text]);
}
