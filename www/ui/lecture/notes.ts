import type { Values } from "../common/values";

/** What the speaker says. Where two sentences stand, the result of the runs chooses. */
export function sayOf(note: { readonly say: string; readonly otherwise?: string }, values: Values): string {
  return values.trained_apart?.value === 0 ? (note.otherwise ?? note.say) : note.say;
}
