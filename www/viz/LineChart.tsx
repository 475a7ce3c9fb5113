// A line chart to point at. Pointer or arrow keys move the read-out; lines and axes are drawn once for their numbers, and only the
// read-out is drawn again while it moves.
import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { type ChartModel, nearestStop, stops } from "./chartModel";
import { layoutPlot, type PlotLayout } from "./chartPlot";
import { layoutReadout } from "./chartReadout";
import { drawPlot, drawReadout } from "./drawLineChart";
import { PAGE } from "./tokens";
import { inRem, useRoom } from "./useRoom";

export interface LineChartProps {
  /** What the chart shows, for people who do not see it. */
  readonly label: string;
  readonly height: number;
  /** Keep it the same object while its numbers are. */
  readonly model: ChartModel;
  /** Where the read-out is, in units of x; null: at the newest point of each series. */
  readonly cursor: Signal<number | null>;
}

export function LineChart({ label, height, model, cursor }: LineChartProps) {
  const [ref, { width }] = useRoom<HTMLDivElement>();
  const layout = useMemo(() => (width > 0 ? layoutPlot(model, { width, height }) : null), [model, width, height]);
  const drawing = useMemo(() => layout && drawPlot(layout, PAGE), [layout]);
  return (
    <div class="chart-box" ref={ref} style={{ minHeight: inRem(layout?.height ?? height) }}>
      {layout && (
        <Pointing label={label} model={model} layout={layout} cursor={cursor}>
          {drawing}
        </Pointing>
      )}
    </div>
  );
}

interface PointingProps extends Pick<LineChartProps, "label" | "model" | "cursor"> {
  readonly layout: PlotLayout;
  readonly children: ComponentChildren;
}

function Pointing({ label, model, layout, cursor, children }: PointingProps) {
  const places = useMemo(() => stops(model.series), [model]);
  const at = cursor.value;
  const readout = layoutReadout(model, layout, at);
  const place = at === null ? places.length - 1 : nearestStop(places, at);

  const goTo = (index: number) => {
    const next = places[Math.min(places.length - 1, Math.max(0, index))];
    if (next !== undefined) cursor.value = next;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (places.length === 0) return;
    const page = Math.max(1, Math.round(places.length / 10));
    const target: Record<string, number> = {
      ArrowLeft: place - 1,
      ArrowDown: place - 1,
      ArrowRight: place + 1,
      ArrowUp: place + 1,
      PageDown: place - page,
      PageUp: place + page,
      Home: 0,
      End: places.length - 1,
    };
    const index = target[event.key];
    if (index !== undefined) goTo(index);
    else if (event.key === "Escape" && at !== null) cursor.value = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointer = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const index = nearestStop(places, layout.x.invert(((event.clientX - box.left) / box.width) * layout.width));
    if (index >= 0) goTo(index);
  };

  const read = places[place];
  const spoken = [
    ...(read === undefined ? [] : [`${model.xName} ${model.formatX(read)}`]),
    ...readout.labels.filter(({ value }) => value !== "").map(({ name, value }) => `${name} ${value}`),
  ].join(", ");

  return (
    <div
      class="chart"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, places.length - 1)}
      aria-valuenow={Math.max(0, place)}
      aria-valuetext={spoken}
      onKeyDown={onKeyDown}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") cursor.value = null;
      }}
      onBlur={() => {
        cursor.value = null;
      }}
    >
      <svg
        style={{ width: inRem(layout.width), height: inRem(layout.height) }}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        aria-hidden="true"
      >
        {children}
        {drawReadout(readout, layout, PAGE)}
      </svg>
    </div>
  );
}
