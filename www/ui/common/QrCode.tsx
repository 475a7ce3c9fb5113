// A link as a QR code, made here: no request leaves the page.
import { encode } from "uqr";
import "../../styles/qr.css";

/** More bytes than this make a code that the back row cannot scan. */
const MOST_ON_WALL = 213;
/** On paper one is close to it: 97 squares in 32 mm. */
const MOST_ON_PAPER = 666;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
export const fitsQr = (text: string): boolean => bytesOf(text) <= MOST_ON_WALL;
export const fitsPaper = (text: string): boolean => bytesOf(text) <= MOST_ON_PAPER;

/** One path, a square a dark module; black on white in every theme, with the quiet zone that scanners need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join("")} fill="#000" />
    </svg>
  );
}
