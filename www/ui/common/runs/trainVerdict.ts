// What may be concluded from the Train panel's run: by the same floors and the same rule as the comparison.
import { t } from "../../../content";
import { besideFloors, type Standing, standing } from "../../../state/compareStats";
import { current } from "../../../state/current";
import { type Measured, measured } from "../../../state/measured";
import { floors } from "../../../state/opened";
import { type Evaluation, isOver, type Run } from "../../../state/runs";
import { runFloors } from "../../../state/training";
import { count } from "../format";
import { fraction } from "../formatMore";
import { JUDGED, metricLabel, type Reference, type ReferenceId, referencesOf } from "./metrics";

/** Ceiling and floors on the sessions the run is measured on; before a run, on all validation sessions. */
export function trainReferences(): Reference[] {
  return referencesOf(runFloors.value ?? floors.value?.valid);
}

/** The evaluation whose model the trainer keeps as the best. */
export function bestEvaluation({ evaluations, best }: Run): Evaluation | null {
  return evaluations.find((one) => one.step === best?.step) ?? null;
}

/** The evaluation that is judged: the newest while the run goes on, the best once it is over. */
function judgedEvaluation(now: Run): Evaluation | null {
  return (isOver(now) ? bestEvaluation(now) : null) ?? now.evaluations.at(-1) ?? null;
}

export interface StandingReference extends Measured {
  readonly id: ReferenceId;
  readonly name: string;
  /** How the run stands to it. */
  readonly standing: Standing;
}

export interface TrainVerdict {
  readonly epoch: number;
  readonly result: Measured;
  readonly references: readonly StandingReference[];
}

/** Null before the first evaluation. */
export function trainVerdict(now: Run): TrainVerdict | null {
  const at = judgedEvaluation(now);
  const result = at && measured(at.metrics[current.history.value], JUDGED.name, JUDGED.k);
  if (!at || !result) return null;
  const references = trainReferences().flatMap(({ id, metrics }) => {
    const value = measured(metrics[current.history.value], JUDGED.name, JUDGED.k);
    return value ? [{ id, name: t().compare.references[id], ...value, standing: standing(result, value) }] : [];
  });
  return { epoch: at.epoch, result, references };
}

/** The same in one sentence, for where there is room for a line. */
export function verdictInShort(now: Run): string | null {
  const words = t().train.short;
  const found = trainVerdict(now);
  if (!found) return null;
  const { epoch, result, references } = found;
  const reached = words.reached(metricLabel(JUDGED), fraction(result.value), count(epoch));
  const standings = besideFloors(
    [result],
    references.filter(({ id }) => id !== "ceiling"),
  );
  if (!standings) return `${reached}.`;
  const { floor, above, below } = standings;
  if (above.length > 0) return words.above(reached);
  return (below.length > 0 ? words.below : words.same)(reached, floor.name, fraction(floor.value));
}
