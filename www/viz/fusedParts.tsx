// Pieces of the diagrams. Every piece says which sources run through it, so that one of them can be lit.
import type { VNode } from "preact";
import { drawHeatmap } from "./drawHeatmap";
import { AT, BOX, type DiagramPlace, HEX, INSIDE } from "./fusedLayout";
import type { FusedDiagram, FusedModel, FusedThumb } from "./fusedModel";
import { LINE_HEIGHT, label, paragraph, SMALLEST, sourceMark } from "./marks";
import { signedLevel, weightLevel } from "./ramps";
import { SOURCE_OUTLINES } from "./sourceOutlines";
import { wrapText } from "./textWidth";
import type { Ramp, SourceToken, Theme } from "./tokens";

/** `of`: letters of the sources that run through it. */
export interface Part {
  readonly of: readonly string[];
  readonly node: VNode;
}

/** What a diagram is drawn from. */
export interface Drawn {
  readonly diagram: FusedDiagram;
  readonly place: DiagramPlace;
  readonly words: FusedModel["words"];
  readonly theme: Theme;
}

export const FUSED: SourceToken = "src-fused";
/** Where paths leave the marks. */
export const MARK_TOP = AT.mark - 10;

export const lettersOf = ({ sources }: FusedDiagram) => sources.map(({ letter }) => letter);

/** scores: what is compared. values: what is passed on. past: what is no path any more. */
export type WireKind = "scores" | "values" | "past";

const LOOKS = {
  scores: { "stroke-width": 2 },
  values: { "stroke-width": 1.5, "stroke-dasharray": "5 3" },
  past: { "stroke-width": 1.5, "stroke-dasharray": "1.5 4" },
} as const;

export function wire(d: string, source: SourceToken, kind: WireKind, theme: Theme): VNode {
  return <path d={d} fill="none" stroke={theme(source)} stroke-linecap="butt" {...LOOKS[kind]} />;
}

/** The head of an arrow whose tip is at (x, y). */
export function arrow(x: number, y: number, way: "up" | "right" | "left", source: SourceToken, theme: Theme): VNode {
  const d = { up: "M-4 6 0 0 4 6z", right: "M-6-4 0 0-6 4z", left: "M6-4 0 0 6 4z" }[way];
  return <path d={d} transform={`translate(${x} ${y})`} fill={theme(source)} />;
}

/** From (x, from), where the path is already, bent to the middle of the next thing. */
export function bendOn(x: number, from: number, to: number, end: number): string {
  const half = (from + end) / 2;
  return `C${x} ${half} ${to} ${half} ${to} ${end}`;
}

export function bend(x: number, from: number, to: number, end: number): string {
  return `M${x} ${from}${bendOn(x, from, to, end)}`;
}

export function hexagon(x: number, y: number, theme: Theme, hollow = false): VNode {
  if (!hollow) return sourceMark("src-fused", x, y, HEX, theme);
  const transform = `translate(${x - HEX / 2} ${y - HEX / 2}) scale(${HEX / 12})`;
  return (
    <path
      d={SOURCE_OUTLINES["src-fused"]}
      transform={transform}
      fill={theme("paper")}
      stroke={theme("src-fused")}
      stroke-width={0.8}
      stroke-dasharray="1 1"
    />
  );
}

/** A small circle with a sign: a sum inside a stack, or weights times values. */
export function circle(x: number, y: number, sign: "+" | "×", theme: Theme): VNode {
  const d = sign === "+" ? "M-4 0H4M0-4V4" : "M-3-3 3 3M-3 3 3-3";
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={8} fill={theme("paper")} stroke={theme("src-fused")} stroke-width={1.5} />
      <path d={d} stroke={theme("src-fused")} stroke-width={1.5} />
    </g>
  );
}

/** A map whose middle is at (x, y). */
export function thumb(map: FusedThumb | undefined, x: number, y: number, ramp: Ramp, theme: Theme): VNode {
  const [left, top] = [Math.round(x - BOX / 2), Math.round(y - BOX / 2)];
  const inset = (BOX - INSIDE) / 2;
  return (
    <g transform={`translate(${left} ${top})`}>
      <rect x={0.5} y={0.5} width={BOX - 1} height={BOX - 1} rx={3} fill={theme("paper")} stroke={theme("edge")} />
      <g transform={`translate(${inset} ${inset})`}>{map && cells(map, ramp, theme)}</g>
    </g>
  );
}

function cells({ size, causal, values, bound }: FusedThumb, ramp: Ramp, theme: Theme): VNode | null {
  if (!values || size === 0) return <path d={`M0 0V${INSIDE}H${INSIDE}z`} fill={theme("fill-2")} />;
  const level = (row: number, column: number) => {
    if (causal && column > row) return null;
    const value = values[row * size + column] ?? 0;
    return ramp === "seq" ? weightLevel(value, bound) : signedLevel(value, bound);
  };
  return drawHeatmap({ size, side: INSIDE, ramp, causal, level }, theme);
}

/** What happens beside a thing, in small words, and its number. */
export function beside(x: number, y: number, room: number, note: string, number: string, theme: Theme): VNode {
  const lines = wrapText(note, SMALLEST, room);
  const all = lines.length + (number === "" ? 0 : 1);
  const top = y - ((all - 1) * LINE_HEIGHT) / 2;
  return (
    <g>
      {paragraph(x, top, lines, { fill: theme("ink-2") })}
      {number !== "" &&
        label(x, top + lines.length * LINE_HEIGHT, number, { fill: theme("ink"), bold: true, size: 12 })}
    </g>
  );
}

/** What happens in the hexagon at (x, y). */
export function joinNote({ diagram, place, theme }: Drawn, x: number, y: number): VNode {
  const at = x + 18;
  return beside(at, y, place.width - at, diagram.join.note, diagram.join.text, theme);
}

/** A number below a map. */
export function below(x: number, y: number, text: string, theme: Theme): VNode {
  return label(x, y, text, { fill: theme("ink"), anchor: "middle", halo: theme("paper") });
}

/** The answer. */
export function nextBox(x: number, word: string, theme: Theme): VNode {
  const width = 92;
  return (
    <g>
      <rect
        x={x - width / 2 + 0.5}
        y={AT.next.top + 0.5}
        width={width - 1}
        height={AT.next.height - 1}
        rx={4}
        fill={theme("paper")}
        stroke={theme("ink")}
      />
      {label(x, AT.next.top + AT.next.height / 2, word, { fill: theme("ink"), size: 12, anchor: "middle" })}
    </g>
  );
}
