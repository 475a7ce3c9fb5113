// What each system costs, as far as it is known: parameters and the time of a training step from the list of ready models, the time of an
// answer once it was measured here.
import { computed } from "@preact/signals";
import { t } from "../../content";
import { current } from "../../state/current";
import { shop } from "../../state/opened";
import { readyIndexOf } from "../../state/ready";
import { READY_SEED } from "../../state/readySeed";
import type { Choice } from "../../state/shelf";
import { SYSTEMS, WAYS, wayOf } from "../../state/ways";
import type { CostModel, CostRow } from "../../viz/drawCost";
import { type DrawFigure, type FigureTable, figureText } from "../../viz/figure";
import { dataFact, measuredFact, seedFact, sessionFact } from "../common/figureFacts";
import { count, decimal } from "../common/format";
import { isoDate } from "../common/formatMore";
import { choiceOf, chosen } from "./drawn";
import { measured, ROUNDS } from "./measure";

/** A model of every system drawn here, the page's own where there is one. */
export const costChoices = computed<readonly Choice[]>(() =>
  WAYS.flatMap((way) => SYSTEMS[way]).flatMap((system) => choiceOf(system) ?? []),
);

const index = computed(() => (shop.value ? readyIndexOf(shop.value).value : null));

/** Milliseconds with as many digits as mean something. */
export const ms = (value: number) => decimal(value, value < 10 ? 1 : 0);

export const known = computed(() =>
  costChoices.value.map(({ system, name, label }) => {
    const ready = label === "" ? index.value?.systems.find(({ id }) => id === system) : undefined;
    const here = measured.value.times.get(system) ?? null;
    return {
      ...{ system, name, here },
      parameters: ready?.parameters ?? here?.summary.parameters ?? null,
      step: ready?.ms_per_step ?? null,
    };
  }),
);

export const costModel = computed<CostModel>(() => {
  const words = t().fused;
  const drawn = chosen.value?.system;
  const isMeasured = known.value.some(({ here }) => here !== null);
  // On a lecture's wall nobody presses what measures them: a column of nothing says nothing.
  const hasAnswers = isMeasured || current.lecture.value === null;
  const rows = known.value.map(({ system, name, parameters, step, here }): CostRow => {
    const way = wayOf(system) ?? "early";
    return {
      ...{ name, way: words.ways[way], isDrawn: system === drawn },
      values: [
        parameters === null ? null : { value: parameters, text: count(parameters) },
        step === null ? null : { value: step, text: ms(step) },
        ...(hasAnswers
          ? [here && { value: here.median, text: ms(here.median), least: here.least, most: here.most }]
          : []),
      ],
    };
  });
  const { columns } = words;
  const date = index.value?.date;
  return {
    columns: [columns.parameters, columns.step, ...(hasAnswers ? [columns.answer] : [])],
    rows,
    notes: [
      ...(date ? [words.costNote(date)] : []),
      isMeasured ? words.costHere(ROUNDS, measured.value.session.length) : words.costEmpty,
    ],
  };
});

/** The slowest and the fastest to answer here; null before two were measured. */
export const extremes = computed(() => {
  const here = known.value.flatMap(({ name, here: one }) => (one ? [{ name, median: one.median }] : []));
  const sorted = [...here].sort((a, b) => a.median - b.median);
  const [fast, slow] = [sorted[0], sorted.at(-1)];
  return fast && slow && sorted.length > 1 && fast.median > 0 ? { fast, slow } : null;
});

/** Of the session that was answered: without one, nothing here depends on a session. */
export const costText = computed(() => {
  const { session, times, ended } = measured.value;
  const isReady = known.value.some(({ step }) => step !== null);
  const days = [isReady && index.value?.date, times.size > 0 && isoDate(ended)].flatMap((day) => day || []);
  return figureText(t().fused.cost, "", [
    dataFact(),
    ...(isReady ? [seedFact(READY_SEED)] : []),
    ...(times.size > 0 ? [sessionFact(session)] : []),
    ...(days.length > 0 ? [measuredFact(days.join(", "))] : []),
  ]);
});

export function costTable(): FigureTable {
  const { columns } = t().fused;
  return {
    columns: [
      { label: columns.system },
      { label: columns.parameters, write: count },
      ...[columns.step, columns.answer, columns.least, columns.most].map((label) => ({ label, write: ms })),
    ],
    rows: known.value.map(({ name, parameters, step, here }) => [
      name,
      parameters,
      step,
      ...(here ? [here.median, here.least, here.most] : [null, null, null]),
    ]),
  };
}

export async function costSource(): Promise<DrawFigure> {
  const { costFigure } = await import("../../viz/costFigure");
  const [model, text, table] = [costModel.peek(), costText.peek(), costTable()];
  return (size, theme) => costFigure({ ...text, model, table: () => table }, size, theme);
}
