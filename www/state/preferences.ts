// What a visitor prefers, kept on their machine. A browser may forbid it; then the page asks again next time.

export function recall(name: "theme" | "language"): string | null {
  try {
    return localStorage.getItem(`dif-sr.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: "theme" | "language", value: string): void {
  try {
    localStorage.setItem(`dif-sr.${name}`, value);
  } catch {
    // Nothing depends on it.
  }
}
