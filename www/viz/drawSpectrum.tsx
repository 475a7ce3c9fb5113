// The drawing of a spectrum: on a log scale, with the noise in which nothing is counted.
import type { VNode } from "preact";
import { hatching } from "./hatching";
import { lineMark } from "./lineLooks";
import { label, SMALLEST, snap, sourceMark } from "./marks";
import { NAME_SIZE, noteY, type SpectrumLayout } from "./spectrumLayout";
import type { SpectrumModel } from "./spectrumModel";
import type { Theme } from "./tokens";

const BOUND_DASH = "2 3";
const pathOf = (points: readonly { x: number; y: number }[]) =>
  points.length > 0 ? `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}` : "";

export function drawSpectrum(model: SpectrumModel, layout: SpectrumLayout, theme: Theme): VNode {
  const { plot, noise, noiseWord } = layout;
  const quiet = { fill: theme("ink-3") };
  const halo = theme("paper");
  return (
    <g>
      {label(0, plot.top - 16, model.words.ratio, quiet)}
      {layout.yTicks.map(({ at, text }) => (
        <g key={text}>
          <path d={`M${plot.left} ${snap(at)}H${plot.right}`} stroke={theme("line")} />
          {label(plot.left - 6, at, text, { ...quiet, anchor: "end" })}
        </g>
      ))}
      <path
        d={hatching(plot.left, noise, plot.right - plot.left, plot.bottom - noise, 7)}
        stroke={theme("line")}
        fill="none"
      />
      <path d={`M${plot.left} ${snap(noise)}H${plot.right}`} stroke={theme("edge")} stroke-dasharray="1 3" />
      {layout.lines.map(({ line, bound }) =>
        bound === null ? null : (
          <path
            key={line.id}
            d={`M${snap(bound)} ${plot.top - 8}V${plot.bottom}`}
            stroke={theme("ink-2")}
            stroke-width={theme("stroke-ref")}
            stroke-dasharray={BOUND_DASH}
          />
        ),
      )}
      {[...layout.lines].reverse().map(({ line, points }) => (
        <g key={line.id}>
          <path
            d={pathOf(points)}
            fill="none"
            stroke={theme("ink")}
            stroke-width={theme("stroke-data")}
            stroke-dasharray={line.look.dash ?? undefined}
            stroke-linejoin="round"
          />
          {points.map((point) =>
            lineMark(line.look, point, layout.radius, { colour: theme("ink"), paper: theme("paper") }),
          )}
        </g>
      ))}
      {layout.sources.map(({ at, points }) => drawSource(model, layout, at, points, theme))}
      {label(noiseWord.x, noiseWord.y, noiseWord.text, { ...quiet, anchor: "end", halo })}
      {layout.names.map((one) => (
        <g key={one.name}>
          {label(one.x, one.y, one.name, {
            ...{ fill: theme("ink"), size: NAME_SIZE, bold: true, anchor: one.anchor, halo },
          })}
          {one.note && label(one.x, noteY(one), one.note, { fill: theme("ink-2"), anchor: one.anchor, halo })}
        </g>
      ))}
      {drawFoot(model, layout, theme)}
    </g>
  );
}

/** Pixels between lines that would lie on each other. */
const APART = 2.5;

/** Thin, to the first value that is not counted: what comes behind is noise, and several of it would hide each other. */
function drawSource(
  model: SpectrumModel,
  { radius }: SpectrumLayout,
  at: number,
  points: readonly { x: number; y: number }[],
  theme: Theme,
): VNode | null {
  const one = model.sources[at];
  if (!one) return null;
  const aside = (at - (model.sources.length - 1) / 2) * Math.min(APART, radius * 0.8);
  return (
    <g key={at} transform={`translate(${aside} 0)`}>
      <path d={pathOf(points)} fill="none" stroke={theme(one.source)} stroke-width={1.25} />
      {points.slice(0, one.rank).map(({ x, y }, index) => (
        <g key={index}>{sourceMark(one.source, x, y, Math.max(5, radius * 2.4), theme)}</g>
      ))}
    </g>
  );
}

function drawFoot(model: SpectrumModel, layout: SpectrumLayout, theme: Theme): VNode {
  const { plot, blocks, blockTop, xTicks, tickY, axisY } = layout;
  const quiet = { fill: theme("ink-3") };
  return (
    <g>
      <path d={`M${plot.left} ${snap(plot.bottom)}H${plot.right}`} stroke={theme("edge")} />
      {blocks.map(({ source, letter, x, width, text }) => (
        <g key={letter}>
          <rect x={x} y={blockTop} width={width} height={20} rx={2} fill={theme(source)} />
          {text &&
            label(x + width / 2, blockTop + 10, text, {
              ...{ fill: theme("on-src"), size: SMALLEST, bold: true, anchor: "middle" },
            })}
        </g>
      ))}
      {xTicks.map(({ at, text }) => (
        <g key={text}>{label(at, tickY, text, { ...quiet, anchor: "middle" })}</g>
      ))}
      {label(plot.left, axisY, model.words.axis, quiet)}
    </g>
  );
}
