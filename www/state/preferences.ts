// What a visitor prefers, kept on their machine. A browser may forbid it; then the page asks again next time.

type Name = "theme" | "language" | "compare";

export function recall(name: Name): string | null {
  try {
    return localStorage.getItem(`dif-sr.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: Name, value: string): void {
  try {
    localStorage.setItem(`dif-sr.${name}`, value);
  } catch {
    // Nothing depends on it.
  }
}
