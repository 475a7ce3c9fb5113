/** Diagonals inside a rectangle, cut at its edges: a hatching that needs no pattern, and so no name that two drawings might share. */
export function hatching(x: number, y: number, width: number, height: number, gap: number): string {
  const lines: string[] = [];
  for (let from = gap; from < width + height; from += gap) {
    const [right, up] = [Math.min(from, width), Math.max(0, from - width)];
    const [left, down] = [Math.max(0, from - height), Math.min(from, height)];
    const at = (dx: number, dy: number) => `${round(x + dx)} ${round(y + dy)}`;
    lines.push(`M${at(left, down)}L${at(right, up)}`);
  }
  return lines.join("");
}

const round = (value: number) => Math.round(value * 100) / 100;
