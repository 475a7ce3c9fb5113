// The diagrams of late fusion: two stacks that meet at the output, or attributes that were only something to predict.
import { AT, BOX } from "./fusedLayout";
import type { FusedThumb } from "./fusedModel";
import {
  arrow,
  bend,
  bendOn,
  circle,
  type Drawn,
  FUSED,
  hexagon,
  joinNote,
  lettersOf,
  MARK_TOP,
  nextBox,
  type Part,
  thumb,
  wire,
} from "./fusedParts";
import { LINE_HEIGHT, label, paragraph, SMALLEST } from "./marks";
import { wrapText } from "./textWidth";

/** One stack: sources meet in a sum, a map, its weights, times its own values. `side`: where its values run. */
function stack(drawn: Drawn, at: 0 | 1, x: number, members: readonly number[], side: -1 | 1): Part[] {
  const { diagram, place, theme } = drawn;
  const [score, weight] = [diagram.scores[at], diagram.weights[at]];
  const named = members.flatMap((index) => diagram.sources[index] ?? []);
  const own = members.flatMap((index): Part[] => {
    const source = diagram.sources[index];
    if (!source) return [];
    const d = bend(place.sources[index] ?? 0, MARK_TOP, x, AT.plus + 8);
    return [{ of: [source.letter], node: wire(d, source.source, "scores", theme) }];
  });
  const [bottom, top] = [AT.scores + BOX / 2, AT.scores - BOX / 2];
  const [weightsBottom, weightsTop] = [AT.weights + BOX / 2, AT.weights - BOX / 2];
  const out = x + side * 32;
  const values = `M${x + side * 9} ${AT.plus}H${out - side * 10}Q${out} ${AT.plus} ${out} ${AT.plus - 10}V${AT.times + 10}Q${out} ${AT.times} ${out - side * 10} ${AT.times}H${x + side * 14}`;
  // Between the stacks, away from the paths of their values; one higher than the other, for there is little room.
  const number = (map: FusedThumb | undefined, y: number) =>
    label(x - side * (BOX / 2 + 4), y + side * 8, map?.text ?? "", {
      fill: theme("ink"),
      anchor: side < 0 ? "start" : "end",
    });
  const stackParts = {
    of: named.map(({ letter }) => letter),
    node: (
      <g>
        {wire(values, FUSED, "values", theme)}
        {arrow(x + side * 9, AT.times, side < 0 ? "right" : "left", FUSED, theme)}
        {wire(`M${x} ${AT.plus - 8}V${bottom + 5}`, FUSED, "scores", theme)}
        {arrow(x, bottom, "up", FUSED, theme)}
        {circle(x, AT.plus, "+", theme)}
        {thumb(score, x, AT.scores, "div", theme)}
        {number(score, AT.scores)}
        {wire(`M${x} ${top}V${weightsBottom + 5}`, FUSED, "scores", theme)}
        {arrow(x, weightsBottom, "up", FUSED, theme)}
        {thumb(weight, x, AT.weights, "seq", theme)}
        {number(weight, AT.weights)}
        {wire(`M${x} ${weightsTop}V${AT.times}`, FUSED, "scores", theme)}
      </g>
    ),
  };
  return [...own, stackParts];
}

export function stacks(drawn: Drawn): Part[] {
  const { diagram, place, words, theme } = drawn;
  const { left, right } = place;
  const middle = (left + right) / 2;
  const attributes = diagram.sources.map((_, index) => index).slice(2);
  const legs = [left, right].map((x, at): Part => {
    const members = at === 0 ? [0, 1] : [1, ...attributes];
    return {
      of: members.flatMap((index) => diagram.sources[index]?.letter ?? []),
      node: (
        <g>
          {wire(bend(x, AT.times - 8, middle, AT.lateJoin + 10), FUSED, "scores", theme)}
          {circle(x, AT.times, "×", theme)}
        </g>
      ),
    };
  });
  const end = AT.next.top + AT.next.height;
  const join = {
    of: lettersOf(diagram),
    node: (
      <g>
        {wire(`M${middle} ${AT.lateJoin - 11}V${end + 5}`, FUSED, "scores", theme)}
        {arrow(middle, end, "up", FUSED, theme)}
        {hexagon(middle, AT.lateJoin, theme)}
        {joinNote(drawn, middle, AT.lateJoin - 5)}
        {nextBox(middle, words.next, theme)}
      </g>
    ),
  };
  return [...stack(drawn, 0, left, [0, 1], -1), ...stack(drawn, 1, right, [1, ...attributes], 1), ...legs, join];
}

/** Attributes lead to a loss of before; no path leads from them to the answer. */
export function pretraining(drawn: Drawn): Part[] {
  const { diagram, place, words, theme } = drawn;
  const { left, right } = place;
  const at = AT.join;
  const past = diagram.sources.slice(2).map(({ letter, source }, index): Part => {
    const x = place.sources[index + 2] ?? 0;
    const d = `M${x} ${MARK_TOP}V${at + 60}${bendOn(x, at + 60, right, at + 11)}`;
    return { of: [letter], node: wire(d, source, "past", theme) };
  });
  const room = 2 * Math.min(place.width - right, right - left - 30);
  const note = wrapText(diagram.join.note, SMALLEST, room);
  const loss = {
    of: diagram.sources.slice(2).map(({ letter }) => letter),
    node: (
      <g>
        {hexagon(right, at, theme, true)}
        {paragraph(right, at - 22 - (note.length - 1) * LINE_HEIGHT, note, { fill: theme("ink-2"), anchor: "middle" })}
      </g>
    ),
  };
  const end = AT.next.top + AT.next.height;
  const out = {
    of: diagram.sources.slice(0, 2).map(({ letter }) => letter),
    node: (
      <g>
        {wire(`M${left} ${AT.times}V${end + 5}`, FUSED, "scores", theme)}
        {circle(left, AT.times, "×", theme)}
        {arrow(left, end, "up", FUSED, theme)}
        {nextBox(left, words.next, theme)}
      </g>
    ),
  };
  return [...stack(drawn, 0, left, [0, 1], -1), out, ...past, loss];
}
