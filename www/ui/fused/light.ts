// One source pinned: it stays lit when pointer and focus have left.
import { current, set } from "../../state/current";

export function togglePin(letter: string): void {
  set({ source: current.source.peek() === letter ? null : letter });
}
