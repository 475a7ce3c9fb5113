// The model on screen beside ones that have learned nothing, or nothing of the attributes: there agreement must vanish. All clicks count here:
// those of a model's first ten are chosen by the model.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import type { Agreement } from "../../engine.ts";
import { loaded } from "../../state/opened";
import { fetchRecordedTruth, recordedTruth } from "../../state/recordedTruth";
import { DataTable } from "../common/DataTable";
import { modelName } from "../common/modelName";
import { useAsking } from "../common/useAsking";
import { answers, followUntrained, isDone, measurement } from "./measure";
import type { MethodId, Question } from "./methods";
import { bare, kappaText, methodName, whole } from "./names";
import { plan, type QuestionScores, requestFor, scoresOf } from "./score";

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
  useEffect(() => followUntrained().stop, []);
  const both = useAsking<Both>(() => {
    const now = [answers.which.value, answers.pointed.value].flatMap((one) => one ?? []);
    const untrained = measurement.value?.untrained ?? [];
    if (!isDone.value || now.length === 0) return null;
    return async (ask) => {
      const plans = [...now, ...untrained].map((answer) => plan(answer, "all"));
      const scores = scoresOf(plans, await ask("agreement", requestFor(plans)));
      return { now: scores.slice(0, now.length), untrained: scores.slice(now.length) };
    };
  });
  const [model, found, recorded] = [loaded.value, both.value.value, recordedTruth.value];
  if (!model || !found || !isDone.value) return null;
  const rows: { name: string; of: Row | null }[] = [
    { name: words.besideNow(modelName(model.summary)), of: rowOf(found.now) },
    { name: words.besideUntrained, of: found.untrained.length > 0 ? rowOf(found.untrained) : null },
    ...(recorded
      ? [
          {
            name: words.besideShuffled,
            of: (question: Question, method: MethodId) => recorded[question]?.[method] ?? null,
          },
        ]
      : []),
  ];
  return (
    <section class="truth-beside">
      <h3>{words.besideTitle}</h3>
      <DataTable
        caption={words.besideNote}
        columns={[
          { label: words.besideModel },
          ...COLUMNS.map(({ question, method }) => ({ label: methodName(question, method), numeric: true })),
        ]}
        rows={rows.map(({ name, of }) => [
          name,
          ...COLUMNS.map(({ question, method }) => (of ? cell(of(question, method)) : words.besideAsking)),
        ])}
      />
      {recorded && <p class="note truth-note">{words.besideRecorded(recorded.date)}</p>}
    </section>
  );
}

function cell(agreement: Agreement | null): string {
  if (agreement?.kappa == null) return "–";
  const half = agreement.kappa_half === null ? "" : ` ±${kappaText(agreement.kappa_half)}`;
  const kappa = `κ ${kappaText(agreement.kappa)}${half}`;
  return t().truth.besideCell(whole(agreement.right), bare(agreement.chance), kappa);
}
