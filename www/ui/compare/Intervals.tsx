// The intervals that the verdict compares, on one axis: systems between the best possible and the best floor. On the page they are a list,
// so that rows that wait for their numbers have their places and all are read out; files get the drawing.
import { t } from "../../content";
import { ERRORS_EITHER_WAY, interval, type Summary } from "../../state/compareStats";
import { type DrawFigure, type FigureText, figureText, SHARE, type FigureTable as Table } from "../../viz/figure";
import type { LineLook } from "../../viz/lineLooks";

import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { count, decimal } from "../common/format";
import { fraction } from "../common/formatMore";
import { onTest, rows } from "../common/runs/compareRows";
import { type JudgedReference, judgedReferences } from "../common/runs/compareVerdict";
import { JUDGED, metricLabel } from "../common/runs/metrics";
import { SystemKey } from "../common/runs/SystemKey";
import { compareFacts } from "./compareFacts";

export function Intervals() {
  const words = t().compare;
  const own = rows.value.map((row) => ({ row, summary: onTest(row, JUDGED) }));
  const references = judgedReferences();
  const ceiling = references.filter(({ id }) => id === "ceiling");
  const [floor] = references.filter(({ id }) => id !== "ceiling").sort((a, b) => b.value - a.value);
  const all = [...references, ...own.flatMap(({ summary }) => summary ?? [])];
  const most = Math.max(0, ...all.map((summary) => interval(summary).high));
  const title = words.intervalTitle(metricLabel(JUDGED));
  const note = words.intervalNote(count(ERRORS_EITHER_WAY));
  const text = figureText(title, note, compareFacts());
  const drawn = [
    ...ceiling.map((one) => ({ name: one.name, look: null, summary: one })),
    ...own.flatMap(({ row: { system, look }, summary }) => (summary ? [{ name: system.name, look, summary }] : [])),
    ...(floor ? [{ name: floor.name, look: null, summary: floor }] : []),
  ];
  const reference = (one: JudgedReference) => (
    <li class="interval" key={one.id}>
      <span class="interval-name">{one.name}</span>
      <Bar of={one} most={most} />
      <Numbers of={one} />
    </li>
  );
  return (
    <Figure
      name="intervals"
      class="compare-intervals"
      head={
        <>
          <h3>{title}</h3> <p>{note}</p>
        </>
      }
      caption={text.caption}
      source={drawn.length > 0 ? () => intervalsSource(text, drawn) : null}
      table={() => <FigureTable caption={title} table={intervalsTable(drawn)} />}
    >
      <ul>
        {ceiling.map(reference)}
        {own.map(({ row: { system, look }, summary }) => (
          <li class="interval is-own" key={system.id}>
            <span class="interval-name">
              <SystemKey look={look} /> {system.name}
            </span>
            <Bar of={summary} most={most} />
            {summary ? (
              <Numbers of={summary} />
            ) : (
              <span class="interval-numbers is-waiting">{words.intervalWaiting}</span>
            )}
          </li>
        ))}
        {floor && reference(floor)}
      </ul>
      <p class="interval-axis" aria-hidden="true">
        <span>0</span>
        <span>{most > 0 ? fraction(most, 2) : ""}</span>
      </p>
    </Figure>
  );
}

interface Drawn {
  readonly name: string;
  readonly look: LineLook | null;
  readonly summary: Summary;
}

async function intervalsSource(text: FigureText, drawn: readonly Drawn[]): Promise<DrawFigure> {
  const { intervalsFigure } = await import("../../viz/intervalsFigure");
  const words = t().train;
  const rows = drawn.map(({ name, look, summary }) => ({
    ...{ name, look, value: summary.value, ...interval(summary) },
    text: `${fraction(summary.value)} ${words.error(fraction(summary.error))}`,
  }));
  const table = intervalsTable(drawn);
  return (size, theme) => intervalsFigure({ ...text, rows, write: decimal, table: () => table }, size, theme);
}

function intervalsTable(drawn: readonly Drawn[]): Table {
  const words = t().compare;
  const metric = { unit: SHARE, write: (value: number) => fraction(value) };
  return {
    columns: [
      { label: words.system },
      { label: metricLabel(JUDGED), ...metric },
      { label: "±", ...metric },
      { label: words.intervalLow, ...metric },
      { label: words.intervalHigh, ...metric },
    ],
    rows: drawn.map(({ name, summary }) => {
      const { low, high } = interval(summary);
      return [name, summary.value, summary.error, low, high];
    }),
  };
}

function Numbers({ of: { value, error } }: { of: Summary }) {
  return (
    <span class="interval-numbers">
      <b>{fraction(value)}</b> <span class="results-error">{t().train.error(fraction(error))}</span>
    </span>
  );
}

/** Its numbers stand beside it. */
function Bar({ of, most }: { of: Summary | null; most: number }) {
  const percent = (value: number) => `${(100 * value) / most}%`;
  const { low, high } = of ? interval(of) : { low: 0, high: 0 };
  return (
    <span class="interval-bar" aria-hidden="true">
      {of && most > 0 && (
        <>
          <i class="interval-range" style={{ left: percent(low), width: percent(high - low) }} />
          <i class="interval-point" style={{ left: percent(of.value) }} />
        </>
      )}
    </span>
  );
}
