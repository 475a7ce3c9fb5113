// A ring for every click with an arrow for every source. The thin line gives the direction, however short the arrow; sources that get the
// same numbers share one arrow in all their colours.
import type { VNode } from "preact";
import {
  AROUND,
  BAR_HEIGHT,
  COSINE_SIZE,
  type GradientLayout,
  NAME_SIZE,
  NUMBER_SIZE,
  type RingPlace,
  type RowPlace,
} from "./gradientLayout";
import type { GradientClick, GradientModel, GradientRow, GradientSource } from "./gradientModel";
import type { Ray } from "./gradientPlane";
import { itemDrawing, label, paragraph, SMALLEST, snap, sourceMark } from "./marks";
import { rounded } from "./rounded";
import { spreadLabels } from "./spreadLabels";
import { textWidth } from "./textWidth";
import type { Theme } from "./tokens";

const MARK = 9;
const STRIPE = 4;
const HEAD_LENGTH = 8;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the middle of a ring, `angle` from upright. */
function reach(angle: number, distance: number): Point {
  return { x: rounded(Math.sin(angle) * distance, 2), y: rounded(-Math.cos(angle) * distance, 2) };
}

/** Tip of an arrow, no larger than the arrow. */
function arrowHead(angle: number, length: number, colour: string): VNode {
  const size = Math.min(HEAD_LENGTH, length);
  const tip = reach(angle, length);
  const base = reach(angle, length - size);
  const side = reach(angle + Math.PI / 2, size * 0.45);
  const corners = [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }];
  return <path d={`M${corners.map(({ x, y }) => `${rounded(x, 2)} ${rounded(y, 2)}`).join("L")}Z`} fill={colour} />;
}

function drawRay(ray: Ray, length: number, radius: number, sources: readonly GradientSource[], theme: Theme): VNode {
  const colours = ray.members.map((member) => theme(sources[member]?.token ?? "ink"));
  const isShared = colours.length > 1;
  const edge = reach(ray.angle, radius);
  const stem = reach(ray.angle, Math.max(0, length - HEAD_LENGTH + 1));
  const dashes = isShared ? `${STRIPE} ${STRIPE * (colours.length - 1)}` : undefined;
  return (
    <g>
      <path d={`M0 0L${edge.x} ${edge.y}`} stroke={isShared ? theme("ink-3") : colours[0]} stroke-width={0.75} />
      {length >= HEAD_LENGTH &&
        colours.map((colour, index) => (
          <path
            key={colour}
            d={`M0 0L${stem.x} ${stem.y}`}
            stroke={colour}
            stroke-width={isShared ? 4 : theme("stroke-data")}
            stroke-dasharray={dashes}
            stroke-dashoffset={isShared ? -STRIPE * index : undefined}
          />
        ))}
      {length > 0.5 && arrowHead(ray.angle, length, isShared ? theme("ink") : (colours[0] ?? theme("ink")))}
    </g>
  );
}

/** Marks at the edge, as near to the ends of their lines as they do not cover each other. */
function drawMarks({ plane }: GradientClick, radius: number, sources: readonly GradientSource[], theme: Theme): VNode {
  const at = radius + MARK / 2 + 3;
  const wanted = plane.rays.flatMap(({ members, angle }) => members.map((member) => ({ member, angle })));
  const half = Math.PI * at;
  const placed = spreadLabels(
    wanted.map(({ angle }) => angle * at),
    MARK + 1,
    -half,
    half - MARK,
  );
  return (
    <g>
      {wanted.map(({ member }, index) => {
        const { x, y } = reach((placed[index] ?? 0) / at, at);
        return (
          <g key={member}>
            {sourceMark(sources[member]?.token ?? "src-item", x, y, sources[member] ? MARK : 0, theme)}
          </g>
        );
      })}
    </g>
  );
}

/** Lengths of those that have no angle to the item: their vectors are of another width. */
function drawApart({ plane }: GradientClick, row: GradientRow, foot: number, theme: Theme): VNode {
  const pitch = MARK + 3;
  const from = (-pitch * (plane.apart.length - 1)) / 2;
  return (
    <g>
      {plane.apart.map(({ member, norm }, index) => {
        const source = row.sources[member];
        const height = Math.max(1, (norm / row.longestBar) * BAR_HEIGHT);
        const x = from + index * pitch;
        return (
          source && (
            <g key={member}>
              <rect
                x={rounded(x - 3, 2)}
                y={rounded(foot - height, 2)}
                width={6}
                height={rounded(height, 2)}
                fill={theme(source.token)}
              />
              {sourceMark(source.token, x, foot + 8, MARK, theme)}
            </g>
          )
        );
      })}
    </g>
  );
}

function drawClick(click: GradientClick, row: GradientRow, at: RingPlace, place: RowPlace, theme: Theme): VNode {
  const { radius, bars, foot } = place;
  const { drawing, initials, step, cosine, plane } = click;
  const said = cosine ?? "–";
  const wide = 18 + textWidth(said, COSINE_SIZE, true);
  const ink = theme("ink");
  return (
    <g transform={`translate(${rounded(at.x, 1)} ${rounded(at.y, 1)})`}>
      <title>{click.title}</title>
      <circle r={radius} fill={theme("paper")} stroke={theme("line")} />
      {plane.rays.map((ray) => (
        <g key={ray.members.join()}>{drawRay(ray, (ray.norm / row.longest) * radius, radius, row.sources, theme)}</g>
      ))}
      <circle r={1.75} fill={theme("ink-3")} />
      {drawMarks(click, radius, row.sources, theme)}
      {bars !== null && plane.apart.length > 0 && drawApart(click, row, bars, theme)}
      {drawing === null
        ? label(-wide / 2 + 7, foot, step || initials, { fill: theme("ink-3"), anchor: "middle" })
        : itemDrawing(drawing, -wide / 2 + 7, foot, 15, theme("ink-2"))}
      {label(-wide / 2 + 18, foot, said, { fill: ink, size: COSINE_SIZE, bold: true })}
    </g>
  );
}

function drawHead(row: GradientRow, place: RowPlace, isNarrow: boolean, theme: Theme): VNode {
  const { at, name, unit, scale } = place;
  const quiet = { fill: theme("ink-3") };
  const x = isNarrow ? textWidth(row.number, NUMBER_SIZE, true) + 12 : 0;
  return (
    <g>
      {paragraph(0, at.name, name, { fill: theme("ink"), size: NAME_SIZE, bold: true }, 17)}
      {label(at.numberX, at.number, row.number, { fill: theme("ink"), size: NUMBER_SIZE, bold: true })}
      {paragraph(x, at.unit, unit, quiet)}
      {paragraph(x, at.scale, scale, quiet)}
    </g>
  );
}

/** Everything but the words of the key, which are a paragraph on the page. */
export function drawGradients(model: GradientModel, layout: GradientLayout, theme: Theme): VNode {
  return (
    <g fill="none">
      {layout.legend.map(({ x, y, index }) => {
        const source = model.legend[index];
        return (
          source && (
            <g key={source.letter}>
              {sourceMark(source.token, x + 5, y, MARK, theme)}
              {label(x + 14, y, source.letter, { fill: theme("ink-2"), bold: true })}
              {label(x + 19 + textWidth(source.letter, SMALLEST, true), y, source.name, { fill: theme("ink-2") })}
            </g>
          )
        );
      })}
      {model.rows.map((row, index) => {
        const place = layout.rows[index];
        if (!place) return null;
        return (
          <g key={index}>
            <path d={`M0 ${snap(place.top - 14)}H${layout.width}`} stroke={theme("line")} />
            {drawHead(row, place, layout.isNarrow, theme)}
            {row.clicks.map((click, at) => {
              const ring = place.rings[at];
              return ring && <g key={at}>{drawClick(click, row, ring, place, theme)}</g>;
            })}
            {paragraph(
              layout.isNarrow ? 0 : (place.rings[0]?.x ?? 0) - place.radius - AROUND,
              place.noteAt,
              place.note,
              {
                fill: theme("ink-2"),
              },
            )}
          </g>
        );
      })}
    </g>
  );
}
