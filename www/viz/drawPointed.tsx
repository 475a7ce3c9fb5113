// What pointed to a click: the source that each method names, drawn with the sources' own shapes. Area is the share of the row, filled is
// the source that was planted, hollow another.
import type { VNode } from "preact";
import { equalOutline } from "./equalShapes";
import { label, SMALLEST, snap, sourceMark } from "./marks";
import { HEAD, type PointedLayout, type PointedMethod, type PointedModel, ROW } from "./pointedModel";
import { textWidth } from "./textWidth";
import type { Theme } from "./tokens";
import { agreementAxis, inside } from "./truthMarks";

const TEXT = 12;
const NUMBER = 30;
/** A mark of at least this radius holds its number. */
const HOLDS = 10.5;

export function drawPointed(model: PointedModel, layout: PointedLayout, theme: Theme): VNode {
  // Names of the rules stand once for every band of blocks.
  const bands = [...new Set(layout.places.map(({ y }) => y))];
  return (
    <g>
      {bands.map((y) => (
        <g key={y} transform={`translate(0 ${y})`}>
          {drawNames(model, layout, y === 0, theme)}
        </g>
      ))}
      {model.methods.map((method, index) => {
        const { x = 0, y = 0 } = layout.places[index] ?? {};
        return (
          <g key={method.name} transform={`translate(${x} ${y})`}>
            {drawBlock(method, model, layout, theme)}
          </g>
        );
      })}
    </g>
  );
}

function drawNames(
  { rules, sources, words }: PointedModel,
  { names, rowAt }: PointedLayout,
  isFirst: boolean,
  theme: Theme,
): VNode {
  const quiet = { fill: theme("ink-3") };
  return (
    <g>
      {(isFirst ? words.heading : []).map((line, index) =>
        label(0, HEAD.name + index * 16, line, { fill: theme("ink"), size: TEXT, bold: true }),
      )}
      {(isFirst ? words.axis : []).map((line, index) => label(0, HEAD.axis + index * 14, line, quiet))}
      {label(0, HEAD.sources, words.rule, quiet)}
      {rules.map(({ name, note, truth }, index) => {
        const y = rowAt(index);
        const source = sources[truth];
        return (
          <g key={name}>
            <path d={`M0 ${snap(y)}H${names - 12}`} stroke={theme("line")} />
            {source && sourceMark(source.token, 6, y + 17, 11, theme)}
            {label(18, y + 17, name, { fill: theme("ink"), size: TEXT, bold: true })}
            {label(18, y + 33, note, quiet)}
          </g>
        );
      })}
    </g>
  );
}

function drawBlock(method: PointedMethod, model: PointedModel, layout: PointedLayout, theme: Theme): VNode {
  const { sources, rules, best, words, percent } = model;
  const { block, cell, rowAt } = layout;
  const { value } = method;
  const place = (share: number) => 5 + share * (block - 10);
  const quiet = { fill: theme("ink-3") };
  const at = (share: number, text: string, y: number) =>
    label(inside(place(share), textWidth(text, SMALLEST), 0, block), y, text, { ...quiet, anchor: "middle" });
  const end = rowAt(rules.length);
  return (
    <g>
      <path d={`M0 ${snap(0)}H${block}`} stroke={theme("ink")} stroke-width={1.5} />
      {label(0, HEAD.name, method.name, { fill: theme("ink"), size: TEXT, bold: true })}
      {label(0, HEAD.number, method.right, { fill: theme("ink"), size: value ? NUMBER : TEXT, bold: value !== null })}
      {value && label(block, HEAD.number - 8, method.half, { ...quiet, anchor: "end" })}
      {label(value ? block : 0, HEAD.number + (value ? 7 : 18), method.kappa, {
        ...quiet,
        anchor: value ? "end" : "start",
      })}
      {value && agreementAxis(value, best, place, HEAD.axis, theme)}
      {value?.chance != null && at(value.chance, words.chance(percent(value.chance)), HEAD.chance)}
      {value && best !== null && at(best, words.best(percent(best)), HEAD.best)}
      {sources.map(({ token, letter }, index) => (
        <g key={letter}>
          {sourceMark(token, (index + 0.5) * cell - 6, HEAD.sources, 10, theme)}
          {label((index + 0.5) * cell + 3, HEAD.sources, letter, { fill: theme("ink"), size: TEXT, bold: true })}
        </g>
      ))}
      {rules.map((rule, row) => (
        <g key={rule.name}>
          <path d={`M0 ${snap(rowAt(row))}H${block}`} stroke={theme("line")} />
          {sources.map((source, index) =>
            drawShare(
              { ...source, share: method.shares[row]?.[index] ?? 0, isPlanted: rule.truth === index },
              { x: index * cell, y: rowAt(row), width: cell },
              theme,
            ),
          )}
        </g>
      ))}
      <path d={`M0 ${snap(end)}H${block}`} stroke={theme("line")} />
    </g>
  );
}

interface Share {
  readonly token: PointedModel["sources"][number]["token"];
  readonly letter: string;
  readonly share: number;
  readonly isPlanted: boolean;
}

function drawShare(
  { token, letter, share, isPlanted }: Share,
  box: { x: number; y: number; width: number },
  theme: Theme,
) {
  const radius = Math.sqrt(share) * Math.min(box.width, ROW) * 0.42;
  const [x, y] = [box.x + box.width / 2, box.y + ROW / 2];
  const number = String(Math.round(share * 100));
  const holds = radius >= HOLDS;
  // A number that its mark cannot hold stands below it, and the mark makes room.
  const up = isPlanted && !holds ? 7 : 0;
  return (
    <g key={letter}>
      {isPlanted && (
        <rect x={box.x + 1.5} y={box.y + 1.5} width={box.width - 3} height={ROW - 3} fill={theme("fill")} />
      )}
      {radius > 1 && (
        <path
          d={equalOutline(token, x, y - up, Math.max(radius, 2))}
          fill={isPlanted ? theme(token) : "none"}
          stroke={theme(token)}
          stroke-width={isPlanted ? 0 : 1.5}
          stroke-linejoin="round"
        />
      )}
      {isPlanted && holds && label(x, y + 0.5, number, { fill: theme("on-src"), bold: true, anchor: "middle" })}
      {isPlanted && !holds && label(x, y + 13, number, { fill: theme("ink"), bold: true, anchor: "middle" })}
      {!isPlanted && holds && label(x, y + 0.5, number, { fill: theme("ink-2"), anchor: "middle" })}
    </g>
  );
}
