// The diagrams of early and decoupled fusion, from the sources to the next item. Paths of scores are whole lines, paths of values dashed.
import { AT, BOX, VALUES_X } from "./fusedLayout";
import type { FusedPlan } from "./fusedModel";
import {
  arrow,
  below,
  bend,
  bendOn,
  beside,
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
import { pretraining, stacks } from "./fusedStacks";
import { paragraph, SMALLEST } from "./marks";
import { wrapText } from "./textWidth";
import type { SourceToken, Theme } from "./tokens";

/** From the weights to the answer: softmax, times the values, the next item. `from`: where the wire of the scores begins. */
function answer({ diagram, place, words, theme }: Drawn, x: number, from: number): Part[] {
  const bottom = AT.weights + BOX / 2;
  const note = x + BOX / 2 + 7;
  return [
    {
      of: lettersOf(diagram),
      node: (
        <g>
          {wire(`M${x} ${from}V${bottom + 5}`, FUSED, "scores", theme)}
          {arrow(x, bottom, "up", FUSED, theme)}
          {thumb(diagram.weights[0], x, AT.weights, "seq", theme)}
          {beside(note, AT.weights, place.width - note, words.softmax, diagram.weights[0]?.text ?? "", theme)}
          {toNext(x, theme)}
          {nextBox(x, words.next, theme)}
        </g>
      ),
    },
  ];
}

function toNext(x: number, theme: Theme) {
  const end = AT.next.top + AT.next.height;
  return (
    <g>
      {wire(`M${x} ${AT.weights - BOX / 2}V${end + 5}`, FUSED, "scores", theme)}
      {circle(x, AT.times, "×", theme)}
      {arrow(x, end, "up", FUSED, theme)}
    </g>
  );
}

/** From (x, y) out to the left, up, and into the weights at `into`. */
function valuesPath(d: string, into: number, source: SourceToken, { diagram, theme }: Drawn) {
  const label = wrapText(diagram.values, SMALLEST, into - BOX / 2 - VALUES_X - 10);
  return (
    <g>
      {wire(
        `${d}V${AT.times + 14}Q${VALUES_X} ${AT.times} ${VALUES_X + 14} ${AT.times}H${into - 14}`,
        source,
        "values",
        theme,
      )}
      {arrow(into - 9, AT.times, "right", source, theme)}
      {paragraph(VALUES_X + 7, AT.times + 14, label, { fill: theme(source) })}
    </g>
  );
}

/** The item's own values: a branch of its path. */
function itemValues(drawn: Drawn, into: number): Part[] {
  const { diagram, place } = drawn;
  const [item] = diagram.sources;
  const x = place.sources[0] ?? 0;
  if (!item) return [];
  const d = `M${x} ${MARK_TOP - 6}C${x} ${MARK_TOP - 26} ${VALUES_X} ${MARK_TOP - 16} ${VALUES_X} ${MARK_TOP - 44}`;
  return [{ of: [item.letter], node: valuesPath(d, into, item.source, drawn) }];
}

const mixtureValues = (y: number, x: number) =>
  `M${x - 12} ${y}H${VALUES_X + 14}Q${VALUES_X} ${y} ${VALUES_X} ${y - 14}`;

function decoupled(drawn: Drawn): Part[] {
  const { diagram, place, theme } = drawn;
  const { middle } = place;
  const top = AT.scores - BOX / 2;
  const own = diagram.sources.map(({ letter, source }, index): Part => {
    const x = place.sources[index] ?? 0;
    const map = diagram.scores[index];
    const number = map?.text ?? "";
    const end = number === "" ? AT.scores + BOX / 2 : AT.number + 8;
    return {
      of: [letter],
      node: (
        <g>
          {wire(`M${x} ${MARK_TOP}V${end + 5}`, source, "scores", theme)}
          {arrow(x, end, "up", source, theme)}
          {number !== "" && below(x, AT.number, number, theme)}
          {thumb(map, x, AT.scores, "div", theme)}
          {wire(bend(x, top, middle, AT.join + 10), source, "scores", theme)}
        </g>
      ),
    };
  });
  const join = {
    of: lettersOf(diagram),
    node: (
      <g>
        {hexagon(middle, AT.join, theme)}
        {joinNote(drawn, middle, AT.join - 10)}
      </g>
    ),
  };
  return [...own, ...itemValues(drawn, middle), join, ...answer(drawn, middle, AT.join - 11)];
}

/** All vectors meet at `y`; one map follows. */
function oneMap(drawn: Drawn, y: number, mapAt: number): Part[] {
  const { diagram, place, words, theme } = drawn;
  const { middle } = place;
  const map = diagram.scores[0];
  const note = middle + BOX / 2 + 7;
  const own = diagram.sources.map(({ letter, source }, index): Part => {
    const x = place.sources[index] ?? 0;
    const from = Math.min(MARK_TOP, y + 44);
    const d = `M${x} ${MARK_TOP}V${from}${bendOn(x, from, middle, y + 10)}`;
    return { of: [letter], node: wire(d, source, "scores", theme) };
  });
  const bottom = mapAt + BOX / 2;
  const joined = {
    of: lettersOf(diagram),
    node: (
      <g>
        {wire(`M${middle} ${y - 11}V${bottom + 5}`, FUSED, "scores", theme)}
        {arrow(middle, bottom, "up", FUSED, theme)}
        {hexagon(middle, y, theme)}
        {joinNote(drawn, middle, y - 10)}
        {thumb(map, middle, mapAt, "div", theme)}
        {beside(note, mapAt, place.width - note, words.oneMap, map?.text ?? "", theme)}
      </g>
    ),
  };
  return [...own, joined, ...answer(drawn, middle, mapAt - BOX / 2)];
}

function input(drawn: Drawn): Part[] {
  const { diagram, place } = drawn;
  const values = valuesPath(mixtureValues(AT.earlyJoin, place.middle), place.middle, FUSED, drawn);
  return [{ of: lettersOf(diagram), node: values }, ...oneMap(drawn, AT.earlyJoin, AT.scores)];
}

function attention(drawn: Drawn): Part[] {
  return [...itemValues(drawn, drawn.place.middle), ...oneMap(drawn, AT.insideJoin, AT.join + 10)];
}

export const PLANS: Readonly<Record<FusedPlan, (drawn: Drawn) => Part[]>> = {
  decoupled,
  input,
  attention,
  stacks,
  pretraining,
};
