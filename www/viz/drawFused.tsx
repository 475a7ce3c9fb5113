// The block diagrams: what stays the same in all of them, and the light on one source.
import type { VNode } from "preact";
import { AT, type DiagramPlace, type FusedLayout, KEY_LINE } from "./fusedLayout";
import type { FusedDiagram, FusedModel } from "./fusedModel";
import type { Part } from "./fusedParts";
import { wire } from "./fusedParts";
import { PLANS } from "./fusedPlans";
import { label, paragraph, snap, sourceMark } from "./marks";
import { fitText, textWidth } from "./textWidth";
import type { Theme } from "./tokens";

/** Of what the lit source does not run through. */
const FAINT = 0.22;
const TITLE = 13;

/** The parts of every diagram, drawn once for their numbers; a light only changes how strong each is. */
export interface FusedDrawing {
  readonly fixed: VNode;
  readonly parts: readonly { readonly place: DiagramPlace; readonly parts: readonly Part[] }[];
}

export function drawFused(model: FusedModel, layout: FusedLayout, theme: Theme): FusedDrawing {
  const each = layout.places.flatMap((place, index) => {
    const diagram = model.diagrams[index];
    return diagram ? [{ place, diagram }] : [];
  });
  return {
    fixed: (
      <g>
        {each.map(({ place, diagram }) => (
          <g key={place.x + place.y} transform={`translate(${place.x} ${place.y})`}>
            {head(diagram, place, theme)}
            {lanes(model, place, theme)}
          </g>
        ))}
      </g>
    ),
    parts: each.map(({ place, diagram }) => ({
      place,
      parts: [...PLANS[diagram.plan]({ diagram, place, words: model.words, theme }), ...marks(diagram, place, theme)],
    })),
  };
}

/** The drawing with one source lit; null: all alike. */
export function lightFused({ fixed, parts }: FusedDrawing, lit: string | null): VNode {
  const isFaint = (of: readonly string[]) => lit !== null && !of.includes(lit);
  return (
    <g>
      {fixed}
      {parts.map((one, index) => {
        // A source that a diagram does not have leaves it as it is.
        const has = one.parts.some(({ of }) => lit !== null && of.includes(lit));
        return (
          <g key={index} transform={`translate(${one.place.x} ${one.place.y})`}>
            {one.parts.map(({ of, node }, at) => (
              <g key={at} opacity={has && isFaint(of) ? FAINT : undefined}>
                {node}
              </g>
            ))}
          </g>
        );
      })}
    </g>
  );
}

function head({ title, system, sub, isChosen }: FusedDiagram, { width }: DiagramPlace, theme: Theme): VNode {
  const room = width - textWidth(title, TITLE, true) - 10;
  return (
    <g>
      {label(0, AT.title, title, { fill: theme("ink"), size: TITLE, bold: true })}
      {label(width, AT.title, fitText(system, 12, room), { fill: theme("ink-2"), size: 12, anchor: "end" })}
      <rect x={0} y={AT.rule} width={width} height={isChosen ? 2 : 1} fill={theme(isChosen ? "ink" : "line")} />
      {label(0, AT.sub, fitText(sub, 11, width), { fill: theme("ink-3") })}
    </g>
  );
}

function lanes({ words }: FusedModel, { width }: DiagramPlace, theme: Theme): VNode {
  const quiet = { fill: theme("ink-3") };
  const line = (y: number) => (
    <path d={`M0 ${snap(y)}H${width}`} stroke={theme("line")} stroke-dasharray="2 4" fill="none" />
  );
  return (
    <g>
      {line(AT.lane1)}
      {line(AT.lane2)}
      {label(0, AT.output, words.output, quiet)}
      {label(0, AT.lane1 + 13, words.attention, quiet)}
      {label(0, AT.lane2 + 13, words.input, quiet)}
      {label(0, AT.width, words.width, quiet)}
    </g>
  );
}

/** The sources below everything, with the widths of their vectors. */
function marks({ sources }: FusedDiagram, place: DiagramPlace, theme: Theme): Part[] {
  return sources.map(({ letter, source, width }, index) => {
    const x = place.sources[index] ?? 0;
    return {
      of: [letter],
      node: (
        <g>
          {sourceMark(source, x, AT.mark, 13, theme)}
          {label(x, AT.letter, letter, { fill: theme(source), bold: true, anchor: "middle" })}
          {label(x, AT.width, width, { fill: theme("ink-2"), anchor: "middle" })}
        </g>
      ),
    };
  });
}

/** What the lines stand for. */
export function drawFusedKey({ words }: FusedModel, { key }: FusedLayout, theme: Theme): VNode {
  const kinds = ["scores", "values"] as const;
  return (
    <g>
      {key.paths.map(({ x, y }, index) => {
        const kind = kinds[index] ?? "scores";
        return (
          <g key={kind}>
            {wire(`M${x} ${y}h${KEY_LINE - 8}`, "src-fused", kind, theme)}
            {label(x + KEY_LINE, y, kind === "scores" ? words.scoresPath : words.valuesPath, { fill: theme("ink-2") })}
          </g>
        );
      })}
      {paragraph(0, key.y, key.lines, { fill: theme("ink-3") })}
    </g>
  );
}
