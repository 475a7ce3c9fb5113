// Share right by rule: a row a rule, a column a method, each cell an axis with chance and the best possible.
import type { VNode } from "preact";
import { label, SMALLEST, snap } from "./marks";
import { textWidth, wrapText } from "./textWidth";
import type { Theme } from "./tokens";
import { type Agreed, agreementAxis } from "./truthMarks";

export interface RuleCell {
  readonly value: Agreed;
  /** As written beside the axis. */
  readonly text: string;
}

export interface RuleRow {
  readonly name: string;
  /** How many clicks, and what the rule finds its click by. */
  readonly notes: readonly string[];
  /** In the order of the methods; null where there is nothing to show. */
  readonly cells: readonly (RuleCell | null)[];
  readonly best: number | null;
}

export interface RulesModel {
  readonly methods: readonly string[];
  readonly rules: readonly RuleRow[];
}

const TEXT = 12;
const LINE = 15;
const NAMES = 150;
const GAP = 20;
const ROW = 56;
const NARROW_ROW = 26;

/** The drawing at (0, 0). Narrow: the methods of a rule stand below each other. */
export function drawRules(model: RulesModel, width: number, theme: Theme): { drawing: VNode; height: number } {
  return width < 640 ? drawNarrow(model, width, theme) : drawWide(model, width, theme);
}

function drawWide({ methods, rules }: RulesModel, width: number, theme: Theme) {
  const column = (width - NAMES) / methods.length;
  const room = column - GAP;
  const heads = methods.map((name) => wrapText(name, SMALLEST, room, true));
  const top = Math.max(...heads.map(({ length }) => length)) * LINE + 8;
  const height = top + rules.length * ROW;
  const drawing = (
    <g>
      {heads.map((lines, at) =>
        lines.map((line, index) =>
          label(NAMES + at * column + GAP, 8 + index * LINE, line, { fill: theme("ink"), bold: true }),
        ),
      )}
      {rules.map((rule, index) => {
        const y = top + index * ROW;
        return (
          <g key={rule.name}>
            <path d={`M0 ${snap(y)}H${width}`} stroke={theme("line")} />
            {label(0, y + 14, rule.name, { fill: theme("ink"), size: TEXT, bold: true })}
            {rule.notes.map((note, line) => label(0, y + 30 + line * LINE, note, { fill: theme("ink-3") }))}
            {rule.cells.map((cell, at) => {
              const x = NAMES + at * column + GAP;
              return cell && <g key={at}>{drawCell(cell, rule.best, x, room, y + 16, y + 38, theme)}</g>;
            })}
          </g>
        );
      })}
      <path d={`M0 ${snap(height)}H${width}`} stroke={theme("line")} />
    </g>
  );
  return { drawing, height: height + 2 };
}

/** Inset by half a mark, so that 0 and 100 % do not stick out. */
function drawCell(
  { value, text }: RuleCell,
  best: number | null,
  x: number,
  room: number,
  at: number,
  axis: number,
  theme: Theme,
) {
  const place = (share: number) => x + 5 + share * (room - 10);
  return (
    <>
      {label(x, at, text, { fill: theme("ink"), size: TEXT, bold: value.half !== null })}
      {agreementAxis(value, best, place, axis, theme)}
    </>
  );
}

function drawNarrow({ methods, rules }: RulesModel, width: number, theme: Theme) {
  const names = Math.min(width * 0.46, Math.max(...methods.map((name) => textWidth(name, SMALLEST))) + 8);
  const numbers = 52;
  const block = 24 + methods.length * NARROW_ROW + 10;
  const drawing = (
    <g>
      {rules.map((rule, index) => {
        const y = index * block;
        return (
          <g key={rule.name}>
            <path d={`M0 ${snap(y)}H${width}`} stroke={theme("line")} />
            {label(0, y + 14, rule.name, { fill: theme("ink"), size: TEXT, bold: true })}
            {label(width, y + 14, rule.notes[0] ?? "", { fill: theme("ink-3"), anchor: "end" })}
            {rule.cells.map((cell, at) => {
              const middle = y + 24 + at * NARROW_ROW + NARROW_ROW / 2;
              const place = (share: number) => names + 5 + share * (width - names - numbers - 10);
              return (
                <g key={at}>
                  {label(0, middle, methods[at] ?? "", { fill: theme("ink-2") })}
                  {cell && agreementAxis(cell.value, rule.best, place, middle, theme)}
                  {cell &&
                    label(width, middle, cell.text, {
                      fill: theme("ink"),
                      anchor: "end",
                      bold: cell.value.half !== null,
                    })}
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
  return { drawing, height: rules.length * block };
}
