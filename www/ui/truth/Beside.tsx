// The model on screen beside ones that have learned nothing, or nothing of the attributes: there agreement must vanish. All clicks count here:
// those of a model's first ten are chosen by the model.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../content";
import type { Agreement } from "../../engine.ts";
import { type LoadedModel, openData } from "../../state/opened";
import { fetchRecordedTruth, recordedTruth } from "../../state/recordedTruth";
import { DataTable } from "../common/DataTable";
import { said } from "../common/failures";
import { modelName } from "../common/modelName";
import { useAsking } from "../common/useAsking";
import { writtenDate } from "../common/writtenDate";
import { Failed } from "./Failed";
import { answers, followUntrained, isDone, measurement } from "./measure";
import type { MethodId, Question } from "./methods";
import { bare, kappaWithHalf, methodName, whole } from "./names";
import { isOfRecord } from "./recorded";
import { plan, type QuestionScores, requestFor, scoresOf } from "./score";
import { isOlder, subject } from "./subject";

const COLUMNS: readonly { readonly question: Question; readonly method: MethodId }[] = [
  { question: "which", method: "leave_one_out" },
  { question: "which", method: "attention" },
  { question: "pointed", method: "weighted_part" },
  { question: "pointed", method: "source_off" },
];

/** Agreements by question and method; a method that was not scored is missing. */
type Row = (question: Question, method: MethodId) => Agreement | null;

interface Both {
  readonly now: readonly QuestionScores[];
  readonly untrained: readonly QuestionScores[];
}

const rowOf =
  (scores: readonly QuestionScores[]): Row =>
  (question, method) =>
    scores.find((one) => one.question === question)?.scores[method]?.agreement ?? null;

export function Beside() {
  const words = t().truth;
  useEffect(() => void fetchRecordedTruth(), []);
  const [untrained] = useState(followUntrained);
  useEffect(() => untrained.stop, [untrained]);
  const both = useAsking<Both>(() => {
    const now = [answers.which.value, answers.pointed.value].flatMap((one) => one ?? []);
    const beginning = measurement.value?.untrained ?? [];
    if (!isDone.value || now.length === 0) return null;
    return async (ask) => {
      const plans = [...now, ...beginning].map((answer) => plan(answer, "all"));
      const scores = scoresOf(plans, await ask("agreement", requestFor(plans)));
      return { now: scores.slice(0, now.length), untrained: scores.slice(now.length) };
    };
  });
  const [model, found] = [subject.value, both.value.value];
  if (!model || !isDone.value) return null;
  const failed = [both, untrained].find(({ failure }) => failure.value !== null);
  const why = failed?.failure.value;
  // What could not be scored would stand beside scores of before.
  const isKnown = found !== null && failed !== both;
  if (!isKnown && !why) return null;
  return (
    <section class="truth-beside">
      <h3>{words.besideTitle}</h3>
      {isKnown && <Rows model={model} found={found} isFailed={failed !== undefined} />}
      {failed && why && <Failed why={why} again={failed.again} />}
    </section>
  );
}

/** `isFailed`: the untrained model is not being measured any more. */
function Rows({ model, found, isFailed }: { model: LoadedModel; found: Both; isFailed: boolean }) {
  const words = t().truth;
  const name = modelName(model.summary);
  const [record, open] = [recordedTruth.value, openData.value];
  const recorded = record && open && isOfRecord(record, open.key) ? record : null;
  const hasUntrained = found.untrained.length > 0;
  const rows: { name: string; of: Row | null }[] = [
    { name: isOlder.value ? words.besideAt(name, model.label) : words.besideNow(name), of: rowOf(found.now) },
    { name: words.besideUntrained, of: hasUntrained || isFailed ? rowOf(found.untrained) : null },
    ...(recorded
      ? [
          {
            name: words.besideShuffled(recorded.model),
            of: (question: Question, method: MethodId) => recorded[question]?.[method] ?? null,
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={words.besideTitle}
        columns={[
          { label: words.besideModel },
          ...COLUMNS.map(({ question, method }) => ({ label: methodName(question, method), numeric: true })),
        ]}
        rows={rows.map(({ name, of }) => [
          name,
          ...COLUMNS.map(({ question, method }) => (
            <span key={method} class="beside-cell" data-method={methodName(question, method)}>
              {of ? cell(of(question, method)) : words.besideAsking}
            </span>
          )),
        ])}
      />
      <p class="truth-text">{words.besideNote}</p>
      {recorded && (
        <p class="note truth-note">
          {words.besideRecorded(said(recorded.data), String(recorded.seed), writtenDate(recorded.date))}
        </p>
      )}
    </>
  );
}

function cell(agreement: Agreement | null): string {
  if (agreement?.kappa == null) return "–";
  return t().truth.besideCell(whole(agreement.right), bare(agreement.chance), kappaWithHalf({ agreement }));
}
