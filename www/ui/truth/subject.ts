// Which model is measured. One in training is another every two seconds: the visitor says which of them, and that one is held on to.
import { computed, effect } from "@preact/signals";
import { type LoadedModel, loaded, ofData } from "../../state/opened";
import { playing, run } from "../../state/training";

/** The snapshot that is held on to, with its run: in the next one it is no longer meant. */
const held = ofData<{ readonly run: number | null; readonly model: LoadedModel } | null>(null);

const runId = computed(() => run.value?.id ?? null);

function hold(model: LoadedModel): void {
  held.put({ run: runId.peek(), model });
}

const isOfRun = (model: LoadedModel | null) => model?.origin === "training";

/** Null: there is none, or it goes on changing and the visitor has not said when to measure it. */
export const subject = computed<LoadedModel | null>(() => {
  const now = loaded.value;
  if (!isOfRun(now)) return now;
  const mine = held.value?.run === runId.value ? held.value?.model : null;
  return mine ?? (playing.value ? null : now);
});

/** Tells models apart: snapshots of two runs may bear one key. */
export const subjectKey = computed(() => {
  const model = subject.value;
  return model && (isOfRun(model) ? `${runId.value} ${model.key}` : model.key);
});

/** The model that answers goes on changing: it is measured when the visitor says so. */
export const isAwaited = computed(() => isOfRun(loaded.value) && subject.value === null);

/** The model that answers is not the one that was measured any more. */
export const isOlder = computed(() => {
  const [now, of] = [loaded.value, subject.value];
  return now !== null && of !== null && now.bytes !== of.bytes;
});

/** Holds on to the model that answers now. */
export function holdNow(): void {
  const now = loaded.peek();
  if (now && isOfRun(now)) hold(now);
}

/** A run that stands still is measured by itself: when it goes on, so does the measurement, of the same model. Returns what stops it. */
export function holdWhenPlayed(): () => void {
  return effect(() => {
    const model = subject.value;
    if (!model || !isOfRun(model) || playing.value) return undefined;
    return () => {
      if (playing.peek()) hold(model);
    };
  });
}
