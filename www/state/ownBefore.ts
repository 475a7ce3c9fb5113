// The visitor's own files end with the page, a reload included: the browser may not read them again unasked. What was open is said then.
import { effect } from "@preact/signals";
import { interrupted } from "./holder";
import { say } from "./notices";
import { openData } from "./opened";

const KEY = "dif-sr-lab own data";

function recall(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(name: string | null): void {
  try {
    if (name === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, name);
  } catch {
    // Where nothing may be kept, nothing is said after a reload.
  }
}

/** To be called once it is known whether a run was broken off: that one brings its data with it, and speaks for itself. */
export function followOwnData(): void {
  const name = recall();
  const isBack = openData.peek()?.key.kind === "own" || interrupted.peek() !== null;
  if (name !== null && !isBack) say({ kind: "own before", name });
  effect(() => {
    const open = openData.value;
    if (open) remember(open.key.kind === "own" ? open.summary.name : null);
  });
}
