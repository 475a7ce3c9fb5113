// A link as a QR code, made here: no request leaves the page.
import { encode } from "uqr";
import "../../styles/qr.css";

/** More bytes than this make a code that the back row cannot scan. */
const MOST_QR_BYTES = 213;

export function fitsQr(text: string): boolean {
  return new TextEncoder().encode(text).length <= MOST_QR_BYTES;
}

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
