// The item table of the model that answers as the engine maps it: as it is now, and as it was before the first step of its training.
import { computed } from "@preact/signals";
import type { ItemMap } from "../../engine.ts";
import { isOpening } from "../../state/engine";
import { type LoadedModel, loaded, type OpenData, openData } from "../../state/opened";
import { asking, type Question } from "../../state/question";
import { shownPlaces } from "../../state/shown";

export const NEIGHBOURS = 10;

export interface Answered {
  readonly data: OpenData;
  /** The one that was asked. A map from before training is that of every model with its settings and seed. */
  readonly model: LoadedModel;
  readonly map: ItemMap;
}

/** The panel on the page; questions wait until it is. */
export const { isShown, show } = shownPlaces();
/** Nothing is asked for a panel that nobody sees; what was answered stays. */
const canAsk = computed(
  () => isShown.value && !isOpening.value && loaded.value !== null && loaded.value.bytes !== null,
);

/** What a model starts from follows from its settings and its seed: snapshots of one run ask no second time. */
const start = computed(() => {
  const summary = loaded.value?.summary;
  return summary ? JSON.stringify([summary.config, summary.seed]) : null;
});

function ask(untrained: boolean, wanted: () => unknown): Question<Answered> {
  return asking(
    () => {
      const [data, reason, model] = [openData.value, wanted(), loaded.peek()];
      if (!data || reason === null || !model) return null;
      return async (askEngine) => ({
        ...{ data, model },
        map: await askEngine("itemMap", { untrained, neighbours: NEIGHBOURS }),
      });
    },
    { when: () => canAsk.value },
  );
}

export const after = ask(false, () => loaded.value);
export const before = ask(true, () => start.value);

/** Null until the engine has answered for the data that is open. */
const ofOpenData = (question: Question<Answered>) =>
  computed(() => (question.value.value?.data === openData.value ? question.value.value : null));

export const afterTraining = ofOpenData(after);
export const beforeTraining = ofOpenData(before);
