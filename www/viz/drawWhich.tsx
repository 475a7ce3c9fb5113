// Which earlier click led to this one: a row a method on one axis, the marks that nobody learns through all of them.
import type { VNode } from "preact";
import { label, SMALLEST, snap } from "./marks";
import { textWidth } from "./textWidth";
import type { Theme } from "./tokens";
import { type Agreed, agreementAxis } from "./truthMarks";

export interface WhichRow {
  readonly name: string;
  /** Null: this model cannot be asked this way, or no click is there. */
  readonly value: Agreed | null;
  /** As written: share right, chance, kappa. Without a value, `right` says why. */
  readonly right: string;
  readonly chance: string;
  readonly kappa: string;
}

/** What needs no model: a line through all rows. */
export interface WhichMark {
  readonly name: string;
  readonly value: number;
}

export interface WhichModel {
  readonly rows: readonly WhichRow[];
  readonly marks: readonly WhichMark[];
  readonly words: { readonly right: string; readonly chance: string; readonly kappa: string };
  readonly percent: (share: number) => string;
}

const TEXT = 12;
const LINE = 16;
const ROW = { wide: 34, narrow: 66 };
const TICKS = [0, 0.5, 1];
/** From a mark's line to its name. */
const BESIDE = 5;

function columnsOf({ rows }: WhichModel, width: number) {
  const isNarrow = width < 560;
  const names = Math.max(0, ...rows.map(({ name }) => textWidth(name, TEXT, true)));
  const left = isNarrow ? 6 : Math.min(220, Math.ceil(names) + 18);
  const numbers = { right: 78, chance: 62, kappa: 86 };
  const end = isNarrow ? width - 6 : width - numbers.right - numbers.chance - numbers.kappa - 6;
  return { isNarrow, left, end, numbers, row: isNarrow ? ROW.narrow : ROW.wide };
}

interface PlacedMark {
  readonly x: number;
  readonly text: string;
  /** Where its name begins, and whether it stands over its line instead of beside it. */
  readonly from: number;
  readonly isOver: boolean;
}

/**
 * Each mark's name in a line of its own, from top to bottom, so that no other mark's line runs through it: names at the left of
 * their lines with the largest on top, or at the right with the smallest on top.
 */
export function placeMarks(marks: readonly { readonly x: number; readonly text: string }[], end: number): PlacedMark[] {
  const wide = (text: string) => textWidth(text, SMALLEST);
  const descending = [...marks].sort((a, b) => b.x - a.x);
  const left = descending.map(({ x, text }) => {
    const from = x - BESIDE - wide(text);
    return { x, text, from: Math.max(0, from), isOver: from < 0 };
  });
  const crossed = left.some(({ text, from }, at) =>
    left.slice(0, at).some(({ x }) => x > from - 2 && x < from + wide(text) + 2),
  );
  if (!crossed) return left;
  return descending.reverse().map(({ x, text }) => {
    const isOver = x + BESIDE + wide(text) > end;
    return { x, text, from: isOver ? end - wide(text) : x + BESIDE, isOver };
  });
}

/** The drawing at (0, 0). */
export function drawWhich(model: WhichModel, width: number, theme: Theme): { drawing: VNode; height: number } {
  const { rows, marks, words, percent } = model;
  const { isNarrow, left, end, numbers, row } = columnsOf(model, width);
  const place = (share: number) => left + share * (end - left);
  const quiet = { fill: theme("ink-3") };
  const named = placeMarks(
    marks.map(({ name, value }) => ({ x: place(value), text: `${name} ${percent(value)}` })),
    end,
  );
  const top = named.length * LINE + (isNarrow ? 4 : 10);
  const bottom = top + rows.length * row;

  const drawMark = ({ x, text, from, isOver }: PlacedMark, index: number): VNode => {
    const y = index * LINE + LINE / 2;
    // At the axes alone: in a row without one, or above and below it on a phone, the line would run through words.
    const [start, length] = isNarrow ? [22, 22] : [0, row];
    const line = rows.map(({ value }, at) => (value ? `M${snap(x)} ${top + at * row + start}v${length}` : "")).join("");
    return (
      <g key={text}>
        <path d={`M${snap(x)} ${isOver ? y + 7 : y - 6}V${top}${line}`} stroke={theme("edge")} />
        {label(from, y, text, { ...quiet, halo: theme("paper") })}
      </g>
    );
  };

  const drawRow = (one: WhichRow, index: number): VNode => {
    const y = top + index * row;
    const middle = y + (isNarrow ? 14 : row / 2);
    const ink = { fill: theme("ink"), size: TEXT, bold: true };
    const [chanceAt, rightAt] = [width - numbers.kappa, width - numbers.kappa - numbers.chance];
    const small = { fill: theme("ink-2"), size: TEXT };
    return (
      <g key={one.name}>
        <path d={`M0 ${snap(y)}H${width}`} stroke={theme("line")} />
        {label(0, middle, one.name, { ...ink, halo: theme("paper") })}
        {one.value && agreementAxis(one.value, null, place, y + (isNarrow ? 33 : row / 2), theme)}
        {!one.value && label(place(0), isNarrow ? y + 33 : middle, one.right, { ...quiet, halo: theme("paper") })}
        {one.value && isNarrow && (
          <g>
            {label(width, middle, one.right, { ...ink, anchor: "end", halo: theme("paper") })}
            {label(0, y + 54, `${words.chance} ${one.chance}`, { ...quiet, halo: theme("paper") })}
            {label(width, y + 54, one.kappa, { ...quiet, anchor: "end", halo: theme("paper") })}
          </g>
        )}
        {one.value && !isNarrow && (
          <g>
            {label(rightAt, middle, one.right, { ...ink, anchor: "end" })}
            {label(chanceAt, middle, one.chance, { ...small, anchor: "end" })}
            {label(width, middle, one.kappa, { ...small, anchor: "end" })}
          </g>
        )}
      </g>
    );
  };

  const drawing = (
    <g>
      {named.map(drawMark)}
      {!isNarrow && (
        <g>
          {label(width - numbers.kappa - numbers.chance, top - 10, words.right, { ...quiet, anchor: "end" })}
          {label(width - numbers.kappa, top - 10, words.chance, { ...quiet, anchor: "end" })}
          {label(width, top - 10, words.kappa, { ...quiet, anchor: "end" })}
        </g>
      )}
      {rows.map(drawRow)}
      <path d={`M0 ${snap(bottom)}H${width}`} stroke={theme("line")} />
      {TICKS.map((tick) =>
        label(place(tick), bottom + 12, percent(tick), {
          ...quiet,
          anchor: tick === 0 && isNarrow ? "start" : tick === 1 ? "end" : "middle",
        }),
      )}
    </g>
  );
  return { drawing, height: bottom + 20 };
}
