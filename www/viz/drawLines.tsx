// The drawing of the lines in two layers: all of them faintly, and those of the click that is pointed at.
import type { VNode } from "preact";
import { type LinesLayout, middleOf, PLACES } from "./linesLayout";
import { cellsOf, type LinesFocus, type LinesModel, valueAt } from "./linesModel";
import { itemDrawing, label, sourceMark } from "./marks";
import { rounded } from "./rounded";
import { fitText } from "./textWidth";
import type { Theme } from "./tokens";

const TEXT = 12;
/** Thicknesses that an eye tells apart; lines of one are one path. */
const STEPS = 12;
const THICKEST = 7;
/** All lines together must leave those of one click in front. */
const BEHIND = 0.32;

const shareOf = ({ bound }: LinesModel, value: number) => (bound > 0 ? Math.min(1, Math.abs(value) / bound) : 0);
const thickness = (share: number) => rounded(0.6 + (THICKEST - 0.6) * share, 2);
const opacity = (share: number) => 0.15 + 0.85 * share;

function line(layout: LinesLayout, row: number, column: number): string {
  const { left, right } = layout;
  return `M${left} ${rounded(middleOf(layout, row), 1)}L${right} ${rounded(middleOf(layout, column), 1)}`;
}

export function drawLines(model: LinesModel, layout: LinesLayout, theme: Theme): VNode {
  const { words, name, source } = model;
  const { left, right, width, head } = layout;
  const quiet = { fill: theme("ink-3") };
  const place = PLACES.number + 12;
  return (
    <g>
      <rect x={0} y={0} width={width} height={2} fill={theme(source)} />
      {sourceMark(source, 5, 13, 10, theme)}
      {label(15, 13, name, { fill: theme("ink"), size: TEXT })}
      {label(left - place, head + 8, words.looks, { ...quiet, anchor: "end" })}
      {label(right + place, head + 8, words.lookedAt, quiet)}
    </g>
  );
}

/** Every line there is. */
export function drawAllLines(model: LinesModel, layout: LinesLayout, theme: Theme): VNode {
  const paths = new Map<number, string[]>();
  const { items, causal } = model;
  for (let row = 0; row < items.length; row++)
    for (let column = 0; column < (causal ? row + 1 : items.length); column++) {
      const value = valueAt(model, row, column);
      const step = Math.round(shareOf(model, value) * STEPS);
      // The sign of the key tells solid from dashed.
      if (step === 0) continue;
      const key = value < 0 ? -step : step;
      const list = paths.get(key) ?? [];
      list.push(line(layout, row, column));
      paths.set(key, list);
    }
  return (
    <g stroke={theme(model.source)} fill="none" opacity={BEHIND}>
      {[...paths].map(([key, list]) => {
        const share = Math.abs(key) / STEPS;
        return (
          <path
            key={key}
            d={list.join("")}
            stroke-width={thickness(share)}
            stroke-opacity={rounded(opacity(share), 2)}
            stroke-dasharray={key < 0 ? "4 3" : undefined}
          />
        );
      })}
    </g>
  );
}

type Side = LinesFocus["side"];

/** Number, sign and name of a click on one side of the lines. */
function click(model: LinesModel, layout: LinesLayout, at: number, side: Side, bold: boolean, theme: Theme): VNode {
  const item = model.items[at];
  const y = middleOf(layout, at);
  const [x, way] = side === "looks" ? [layout.left, -1] : [layout.right, 1];
  const anchor = side === "looks" ? "end" : "start";
  const ink = { fill: theme(bold ? "ink" : "ink-2"), size: TEXT, bold };
  const sign = Math.min(18, layout.row - 4);
  return (
    <g>
      {label(x + way * PLACES.number, y, item?.step ?? "", { fill: theme(bold ? "ink" : "ink-3"), bold, anchor })}
      {item?.drawing
        ? itemDrawing(item.drawing, x + way * PLACES.sign, y, sign, theme("ink"))
        : label(x + way * PLACES.sign, y, item?.initials ?? "", { fill: theme("ink-2"), anchor: "middle" })}
      {layout.name > 0 &&
        label(x + way * PLACES.name, y, fitText(item?.name ?? "", TEXT, layout.name - 8, bold), { ...ink, anchor })}
    </g>
  );
}

/** The clicks of both sides, and in front the lines of one of them with their numbers at the far side. */
export function drawClicks(model: LinesModel, layout: LinesLayout, focus: LinesFocus | null, theme: Theme): VNode {
  return (
    <g>
      {focus && drawFocus(model, layout, focus, theme)}
      {model.items.map((_, at) => (
        <g key={at}>
          {click(model, layout, at, "looks", at === focus?.row, theme)}
          {click(model, layout, at, "lookedAt", at === focus?.column, theme)}
        </g>
      ))}
    </g>
  );
}

function drawFocus(model: LinesModel, layout: LinesLayout, focus: LinesFocus, theme: Theme): VNode {
  const { side, row, column } = focus;
  const cells = cellsOf(model, focus);
  const isLooking = side === "looks";
  const top = middleOf(layout, isLooking ? row : column) - layout.row / 2;
  return (
    <g>
      <rect x={isLooking ? 0 : layout.right} y={top} width={layout.left} height={layout.row} fill={theme("fill")} />
      <g stroke={theme(model.source)} fill="none">
        {cells.map((cell) => {
          const value = valueAt(model, cell.row, cell.column);
          const share = shareOf(model, value);
          return (
            <path
              key={`${cell.row}-${cell.column}`}
              d={line(layout, cell.row, cell.column)}
              stroke-width={thickness(share)}
              stroke-opacity={rounded(opacity(share), 2)}
              stroke-dasharray={value < 0 ? "4 3" : undefined}
            />
          );
        })}
      </g>
      {cells.map((cell) => {
        const isCell = cell.row === row && cell.column === column;
        const y = middleOf(layout, isLooking ? cell.column : cell.row);
        const text = model.write(valueAt(model, cell.row, cell.column));
        const look = { fill: theme(isCell ? "ink" : "ink-2"), size: TEXT, bold: isCell } as const;
        return isLooking ? label(layout.width, y, text, { ...look, anchor: "end" }) : label(0, y, text, look);
      })}
    </g>
  );
}
