// How wide a text is, without a browser: a drawing must be the same wherever it is made. The widths are those of DejaVu Sans,
// the widest of the system fonts that pages meet, so that what fits here fits in all of them.

/** Widths of characters in units of the font size, by those that share one. */
const CLASSES: readonly (readonly [number, string])[] = [
  // It joins two letters, and is none itself.
  [0, "\u2060"],
  [0.3, "'ijl"],
  [0.35, " ,./:;|\\IJ·’f-"],
  [0.42, "()[]t!r"],
  [0.46, '"*_`–'],
  [0.58, "sz“”?cLFkvxyP"],
  [0.61, "TYaoe"],
  [0.7, "KAVBRXZCU"],
  [0.79, "DGHNOQ&▲▼◆w"],
  [0.87, "#+<=>^~−±×→←mM"],
  [1, "%@W…"],
];
const USUAL = 0.64;
const BOLDER = 1.12;

const widths = new Map(CLASSES.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
/** Hangul, kana, ideographs and full-width forms are squares. */
const SQUARE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/** At most so wide, in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += widths.get(letter) ?? (SQUARE.test(letter) ? 1 : USUAL);
  return width * size * (bold ? BOLDER : 1);
}

/** Lines no wider than `room`, broken between words; a word that is wider stands alone. */
export function wrapText(text: string, size: number, room: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** The text, or as much of it as fits with "…" behind. For names that data brings: words of our own are given room. */
export function fitText(text: string, size: number, room: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("").trimEnd()}…`, size, bold) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
