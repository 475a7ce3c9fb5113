// The drawing of the item map in two layers: what stays while the numbers do, and what lights up under the pointer.
import type { VNode } from "preact";
import { type Glyph, glyphPath, isOpen } from "./itemGlyphs";
import { type ItemMapLayout, type MapPart, NAME, placeName, STOP, VALUE } from "./itemMapLayout";
import type { ItemMapModel, Lit, OneItemMap } from "./itemMapModel";
import { label } from "./marks";
import { rounded } from "./rounded";
import type { Point } from "./scatter";
import type { Theme } from "./tokens";

export const GLYPH = 3.4;

export function drawItemMap(model: ItemMapModel, layout: ItemMapLayout, theme: Theme): VNode {
  return (
    <g>
      {layout.parts.map((part, index) => {
        const map = model.maps[index];
        return (
          map && (
            <g key={index}>
              {head(map, part, theme)}
              {drawMarks(model, part, theme)}
              {part.names.map(({ x, y, text, value }) => {
                const isPicked = model.values[value]?.isPicked ?? false;
                const fill = theme(isPicked ? model.source : "ink-2");
                return label(x, y, text, { fill, size: VALUE, bold: isPicked, anchor: "middle", halo: theme("paper") });
              })}
              {drawPath(model, part, theme)}
            </g>
          )
        );
      })}
    </g>
  );
}

function head({ title, holds }: OneItemMap, { frame, head: top }: MapPart, theme: Theme): VNode {
  const end = frame.x + frame.width;
  return (
    <g>
      <rect x={frame.x} y={top} width={frame.width} height={2} fill={theme("ink")} />
      {label(frame.x, top + 14, title, { fill: theme("ink"), size: 12, bold: true })}
      {label(end, top + 14, holds, { fill: theme("ink-3"), anchor: "end" })}
    </g>
  );
}

/** One path for all marks of a shape: a thousand items are a dozen elements. */
function drawMarks({ marks, source, hasPicked }: ItemMapModel, { points }: MapPart, theme: Theme): VNode {
  const shapes = new Map<string, { glyph: Glyph; isPicked: boolean; d: string[] }>();
  marks.forEach(({ glyph, isPicked }, index) => {
    const at = points[index];
    if (!at) return;
    const key = `${glyph}${isPicked}`;
    const shape = shapes.get(key) ?? { glyph, isPicked, d: [] };
    shape.d.push(glyphPath(glyph, at.x, at.y, isPicked ? GLYPH + 0.3 : GLYPH));
    shapes.set(key, shape);
  });
  // What is picked lies over the rest.
  const ordered = [...shapes.values()].sort((a, b) => Number(a.isPicked) - Number(b.isPicked));
  return (
    <g stroke={theme(source)} stroke-linejoin="round">
      {ordered.map(({ glyph, isPicked, d }) => (
        <path
          key={`${glyph}${isPicked}`}
          d={d.join("")}
          fill={isPicked || glyph === "dot" ? theme(source) : "none"}
          stroke-width={isPicked && isOpen(glyph) ? 2.5 : 1}
          opacity={hasPicked && !isPicked ? 0.55 : undefined}
        />
      ))}
    </g>
  );
}

const path = (points: readonly Point[]) =>
  `M${points.map(({ x, y }) => `${rounded(x, 1)} ${rounded(y, 1)}`).join("L")}`;

/** From `from` to just before `to`. */
function towards(from: Point, to: Point, short: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: to.x - ((to.x - from.x) / length) * short, y: to.y - ((to.y - from.y) / length) * short };
}

function arrowHead(from: Point, tip: Point): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const at = (turn: number) => ({ x: tip.x - 7 * Math.cos(angle + turn), y: tip.y - 7 * Math.sin(angle + turn) });
  return `${path([tip, at(0.42), at(-0.42)])}z`;
}

function drawPath({ stops, next, marks }: ItemMapModel, part: MapPart, theme: Theme): VNode | null {
  const ink = theme("ink");
  const last = part.stops.at(-1);
  const tip = part.next && last ? towards(last, part.next, STOP + 2) : null;
  return (
    <g>
      {/* From a disc that had to make way to its item, which did not. */}
      {[...stops, ...(next ? [next] : [])].map(({ mark }, index) => {
        const [disc, item] = [index < stops.length ? part.stops[index] : part.next, part.points[mark]];
        const isAway = disc && item && Math.hypot(disc.x - item.x, disc.y - item.y) > 3;
        return isAway && <path key={index} d={path([item, disc])} stroke={theme("ink-3")} stroke-width={1} />;
      })}
      {part.stops.length > 1 && (
        <path d={path(part.stops)} fill="none" stroke={ink} stroke-width={1.4} stroke-linejoin="round" />
      )}
      {last && tip && (
        <g>
          <path d={path([last, tip])} stroke={ink} stroke-width={1.4} stroke-dasharray="3 3" />
          <path d={arrowHead(last, tip)} fill={ink} />
        </g>
      )}
      {part.next && <Target at={part.next} theme={theme} />}
      {part.stops.map(({ x, y }, index) => (
        <g key={index}>
          <title>{marks[stops[index]?.mark ?? -1]?.name}</title>
          <circle
            cx={rounded(x, 1)}
            cy={rounded(y, 1)}
            r={STOP}
            fill={theme("paper")}
            stroke={ink}
            stroke-width={1.4}
          />
          {label(rounded(x, 1), rounded(y, 1), stops[index]?.step ?? "", {
            ...{ fill: ink, bold: true, anchor: "middle" },
          })}
        </g>
      ))}
      {part.nextName && name(part.nextName, theme)}
    </g>
  );
}

/** Where the list says the session goes. */
function Target({ at: { x, y }, theme }: { at: Point; theme: Theme }) {
  const [cx, cy] = [rounded(x, 1), rounded(y, 1)];
  return (
    <g>
      <circle cx={cx} cy={cy} r={STOP - 1.5} fill={theme("paper")} stroke={theme("ink")} stroke-width={1.4} />
      <circle cx={cx} cy={cy} r={3} fill={theme("ink")} />
    </g>
  );
}

function name({ x, y, text }: Point & { readonly text: string }, theme: Theme): VNode {
  return label(x, y, text, { fill: theme("ink"), size: NAME, bold: true, anchor: "middle", halo: theme("paper") });
}

/** The item that is pointed at, its name, and its neighbours in each map. */
export function drawLit(model: ItemMapModel, layout: ItemMapLayout, lit: Lit | null, theme: Theme): VNode | null {
  const mark = lit && model.marks[lit.mark];
  if (!lit || !mark) return null;
  const ink = { fill: "none", stroke: theme("ink") };
  return (
    <g>
      {layout.parts.map((part, index) => {
        const at = part.points[lit.mark];
        if (!at) return null;
        // Where there is no room left the name stands over what is there, on paper of its own.
        const isNext = model.next?.mark === lit.mark;
        const above = { x: at.x, y: at.y - 18, text: mark.name };
        return (
          <g key={index}>
            {(lit.neighbours[index] ?? []).map((one) => {
              const near = part.points[one];
              return (
                near && (
                  <g key={one}>
                    <path d={path([at, near])} stroke={theme("ink-3")} stroke-width={0.75} />
                    <circle cx={rounded(near.x, 1)} cy={rounded(near.y, 1)} r={6.5} {...ink} stroke-width={1.4} />
                  </g>
                )
              );
            })}
            <circle cx={rounded(at.x, 1)} cy={rounded(at.y, 1)} r={9.5} {...ink} stroke-width={2.5} />
            {!isNext && name(placeName(at, mark.name, { ...part, marks: part.points }) ?? above, theme)}
          </g>
        );
      })}
    </g>
  );
}
