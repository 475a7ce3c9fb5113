// The drawing of a line chart in two layers: what stays, and what follows the read-out.
import type { VNode } from "preact";
import { LABEL_SIZE, type PlotLayout } from "./chartPlot";
import type { Readout, ReadoutLabel } from "./chartReadout";
import { KEY_WIDTH, lineKey, lineMark } from "./lineLooks";
import { label, paragraph, snap } from "./marks";
import type { Theme } from "./tokens";

const FLOOR_DASH = "4 3";

export function drawPlot(layout: PlotLayout, theme: Theme): VNode {
  const { plot, xName } = layout;
  const quiet = { fill: theme("ink-3") };
  return (
    <g>
      {layout.yTicks.map(({ at, text }) => (
        <g key={at}>
          <path d={`M${plot.left} ${snap(at)}H${plot.right}`} stroke={theme("line")} />
          {label(plot.left - 6, at, text, { ...quiet, anchor: "end" })}
        </g>
      ))}
      {layout.xTicks.map(({ at, text }) => label(at, plot.bottom + 16, text, { ...quiet, anchor: "middle" }))}
      {label(xName.x, xName.y, xName.text, { ...quiet, anchor: xName.anchor })}
      {layout.references.map(({ id, kind, y }) => (
        <path
          key={id}
          d={`M${plot.left} ${snap(y)}H${plot.right}`}
          stroke={theme("ink-2")}
          stroke-width={theme("stroke-ref")}
          stroke-dasharray={kind === "floor" ? FLOOR_DASH : undefined}
        />
      ))}
      {layout.turns.map(({ at, lines, leftwards }) => (
        <g key={at}>
          <path d={`M${snap(at)} ${plot.top}V${plot.bottom}`} stroke={theme("edge")} />
          {paragraph(at + (leftwards ? -5 : 5), plot.top + 10, lines, {
            ...quiet,
            anchor: leftwards ? "end" : "start",
            halo: theme("paper"),
          })}
        </g>
      ))}
      {layout.series.map((one) => (
        <g key={one.id}>
          {one.band && <path d={one.band} fill={theme(one.colour)} fill-opacity={0.14} />}
          <path
            d={one.path}
            fill="none"
            stroke={theme(one.colour)}
            stroke-width={one.quiet ? 1 : theme("stroke-data")}
            stroke-opacity={one.quiet ? 0.4 : undefined}
            stroke-dasharray={one.look?.dash ?? undefined}
            stroke-linejoin="round"
          />
          {one.dots.map((dot) => lineMark(one.look, dot, 2.6, paintOf(theme, one.colour)))}
        </g>
      ))}
    </g>
  );
}

function paintOf(theme: Theme, colour: Parameters<Theme>[0]) {
  return { colour: theme(colour), paper: theme("paper") };
}

export function drawReadout(readout: Readout, layout: PlotLayout, theme: Theme): VNode {
  const { plot } = layout;
  return (
    <g>
      {readout.x !== null && (
        <path d={`M${readout.x} ${plot.top}V${plot.bottom}`} stroke={theme("edge")} stroke-dasharray="1 3" />
      )}
      {readout.marks.map((mark) => lineMark(mark.look, mark, 3.6, paintOf(theme, mark.colour), true))}
      {readout.labels.map((one) => (
        <g key={one.id}>
          {one.from ? (
            <path
              d={`M${Math.max(one.from.x + 5, plot.right)} ${one.from.y}L${plot.right + 8} ${one.y}`}
              fill="none"
              stroke={theme("line")}
            />
          ) : (
            keySample(one, theme)
          )}
          {nameAndValue(one, theme)}
        </g>
      ))}
    </g>
  );
}

function keySample(one: ReadoutLabel, theme: Theme): VNode {
  if (one.colour) return lineKey(one.look, one.x, one.y, KEY_WIDTH, paintOf(theme, one.colour), theme("stroke-data"));
  return (
    <path
      d={`M${one.x} ${snap(one.y)}h${KEY_WIDTH}`}
      stroke={theme("ink-2")}
      stroke-width={theme("stroke-ref")}
      stroke-dasharray={one.kind === "floor" ? FLOOR_DASH : undefined}
    />
  );
}

function nameAndValue(one: ReadoutLabel, theme: Theme): VNode {
  return (
    <text
      x={one.from ? one.x : one.x + KEY_WIDTH + 8}
      y={one.y + LABEL_SIZE * 0.36}
      fill={theme(one.colour ?? "ink-2")}
      font-size={LABEL_SIZE}
    >
      {one.name} <tspan font-weight={600}>{one.value}</tspan>
    </text>
  );
}
