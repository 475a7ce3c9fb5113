// The model on screen beside one that has learned nothing of the attributes: where agreement must vanish.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import type { Agreement } from "../../engine.ts";
import { loaded } from "../../state/opened";
import { fetchRecordedTruth, recordedTruth } from "../../state/recordedTruth";
import { DataTable } from "../common/DataTable";
import { modelName } from "../common/modelName";
import type { MethodId, Question } from "./methods";
import { bare, kappaText, methodName, whole } from "./names";
import { scores } from "./scores";

const COLUMNS: readonly { readonly question: Question; readonly method: MethodId }[] = [
  { question: "which", method: "leave_one_out" },
  { question: "which", method: "attention" },
  { question: "pointed", method: "weighted_part" },
  { question: "pointed", method: "source_off" },
];

/** Agreements by question and method; a method that was not scored is missing. */
type Row = (question: Question, method: MethodId) => Agreement | null;

export function Beside() {
  const words = t().truth;
  useEffect(() => void fetchRecordedTruth(), []);
  const [now, recorded] = [loaded.value, recordedTruth.value];
  const measured = scores.value;
  if (!now || !measured.which || !recorded) return null;
  const rows: { name: string; of: Row }[] = [
    {
      name: words.besideNow(modelName(now.summary)),
      of: (question, method) => measured[question]?.scores[method]?.agreement ?? null,
    },
    { name: words.besideShuffled, of: (question, method) => recorded[question]?.[method] ?? null },
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
        rows={rows.map(({ name, of }) => [name, ...COLUMNS.map(({ question, method }) => cell(of(question, method)))])}
      />
      <p class="note truth-note">{words.besideRecorded(recorded.date)}</p>
    </section>
  );
}

function cell(agreement: Agreement | null): string {
  if (agreement?.kappa == null) return "–";
  const half = agreement.kappa_half === null ? "" : ` ±${kappaText(agreement.kappa_half)}`;
  const kappa = `κ ${kappaText(agreement.kappa)}${half}`;
  return t().truth.besideCell(whole(agreement.right), bare(agreement.chance), kappa);
}
