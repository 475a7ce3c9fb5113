// Lines with their names beside them. Labels, reference lines and the read-out share one column at the right; pointer or
// arrow keys move the read-out, and the labels then say the values at that place.
import { type ChartReference, type ChartSeries, type ChartTurn, layoutChart, nearestStop, stops } from "./chartLayout";
import { type LineLook, markPath } from "./lineLooks";
import { useWidth } from "./useWidth";

export interface LineChartProps {
  /** What the chart shows, for people who do not see it. */
  label: string;
  height: number;
  xMax: number;
  /** Name of the x axis ("epoch"), written at its end. */
  xName: string;
  series: readonly ChartSeries[];
  references?: readonly ChartReference[];
  /** Places where something else begins, drawn as upright lines with their names. */
  turns?: readonly ChartTurn[];
  cursor: number | null;
  onCursor: (x: number | null) => void;
  format: (value: number) => string;
  formatX: (value: number) => string;
  tick: (value: number) => string;
}

export function LineChart(props: LineChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <div class="chart-box" ref={ref} style={{ height: `${props.height}px` }}>
      {width > 0 && <Drawing {...props} width={width} />}
    </div>
  );
}

function Drawing(props: LineChartProps & { width: number }) {
  const { width, height, series, cursor, onCursor } = props;
  const references = props.references ?? [];
  const layout = layoutChart({ ...props, references });
  const { plot, x, y, readout } = layout;
  const places = stops(series);
  const place = cursor === null ? places.length - 1 : nearestStop(places, cursor);

  const goTo = (index: number) => {
    const next = places[Math.min(places.length - 1, Math.max(0, index))];
    if (next !== undefined) onCursor(next);
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
    else if (event.key === "Escape" && cursor !== null) onCursor(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointer = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const index = nearestStop(places, x.invert(event.clientX - box.left));
    if (index >= 0) goTo(index);
  };

  const at = places[place];
  const spoken = [
    ...(at === undefined ? [] : [`${props.xName} ${props.formatX(at)}`]),
    ...layout.labels.map((label) => `${label.name} ${label.value}`),
  ].join(", ");

  return (
    <div
      class="chart"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, places.length - 1)}
      aria-valuenow={Math.max(0, place)}
      aria-valuetext={spoken}
      onKeyDown={onKeyDown}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") onCursor(null);
      }}
      onBlur={() => onCursor(null)}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {layout.yTicks.map((value) => (
          <g key={value}>
            <line class="chart-grid" x1={plot.left} x2={plot.right} y1={snap(y(value))} y2={snap(y(value))} />
            <text class="chart-tick" x={plot.left - 6} y={y(value)} text-anchor="end" dominant-baseline="central">
              {props.tick(value)}
            </text>
          </g>
        ))}
        {layout.xTicks.map((value) => (
          <text key={value} class="chart-tick" x={x(value)} y={plot.bottom + 16} text-anchor="middle">
            {props.formatX(value)}
          </text>
        ))}
        <text class="chart-tick" x={plot.right + 14} y={plot.bottom + 16}>
          {props.xName}
        </text>
        {layout.references.map((one) => (
          <line
            key={one.id}
            class={`chart-reference is-${one.kind}`}
            x1={plot.left}
            x2={plot.right}
            y1={snap(one.y)}
            y2={snap(one.y)}
          />
        ))}
        {(props.turns ?? []).map((turn) => (
          <Turn key={turn.x} turn={turn} at={snap(x(turn.x))} plot={plot} />
        ))}
        {readout && <line class="chart-now" x1={readout.x} x2={readout.x} y1={plot.top} y2={plot.bottom} />}
        {layout.series.map((one) => (
          <g key={one.id} style={{ "--c": one.colour }}>
            {one.band && <path class="chart-band" d={one.band} />}
            <path
              class={one.quiet ? "chart-line is-quiet" : "chart-line"}
              d={one.path}
              stroke-dasharray={one.look?.dash ?? undefined}
            />
            {one.dots.map((dot) => (
              <Mark key={dot.x} look={one.look} at={dot} radius={2} kind="chart-dot" />
            ))}
          </g>
        ))}
        {readout?.marks.map((mark) => (
          <g key={mark.id} style={{ "--c": mark.colour }}>
            <Mark look={mark.look} at={mark} radius={3.5} kind="chart-mark" />
          </g>
        ))}
        {layout.labels.map((label) => (
          <g key={label.id}>
            <path
              class="chart-lead"
              d={`M${Math.max(label.from.x + 5, plot.right)} ${label.from.y}L${plot.right + 8} ${label.y}`}
            />
            <text
              class={label.colour ? "chart-label" : "chart-label is-reference"}
              style={label.colour ? { "--c": label.colour } : {}}
              x={plot.right + 12}
              y={label.y}
              dominant-baseline="central"
            >
              {label.name} <tspan class="chart-value">{label.value}</tspan>
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

interface TurnProps {
  turn: ChartTurn;
  at: number;
  plot: { left: number; right: number; top: number; bottom: number };
}

/** The name stands on the side that has more room. */
function Turn({ turn, at, plot }: TurnProps) {
  const leftwards = at > (plot.left + plot.right) / 2;
  return (
    <g>
      <line class="chart-turn" x1={at} x2={at} y1={plot.top} y2={plot.bottom} />
      <text
        class="chart-tick chart-turn-name"
        x={at + (leftwards ? -5 : 5)}
        y={plot.top + 14}
        text-anchor={leftwards ? "end" : "start"}
      >
        {turn.label}
      </text>
    </g>
  );
}

interface MarkProps {
  look: LineLook | null;
  at: { x: number; y: number };
  radius: number;
  kind: "chart-dot" | "chart-mark";
}

function Mark({ look, at, radius, kind }: MarkProps) {
  if (!look) return <circle class={kind} cx={at.x} cy={at.y} r={radius} />;
  return <path class={`${kind} is-${look.mark}`} d={markPath(look.mark, at.x, at.y, radius)} />;
}

/** Hairlines on pixel centres. */
function snap(value: number): number {
  return Math.round(value) + 0.5;
}
