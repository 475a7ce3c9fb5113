// The experiment on screen, and its parts as signals of their own: a pointer that crosses a map changes the focus sixty times
// a second, and nothing that shows only the session may be drawn again for it.
import { computed, signal } from "@preact/signals";
import { type Action, DEFAULTS, type Experiment, reduce } from "./experiment";

export const experiment = signal<Experiment>(DEFAULTS);

export function dispatch(action: Action): void {
  experiment.value = reduce(experiment.value, action);
}

export const session = computed(() => experiment.value.session);
export const real = computed(() => experiment.value.real);
export const canUndo = computed(() => experiment.value.past.length > 0);
export const canRedo = computed(() => experiment.value.future.length > 0);
export const pinned = computed(() => experiment.value.pinned);
export const topK = computed(() => experiment.value.k);
export const excludeSeen = computed(() => experiment.value.excludeSeen);
export const panel = computed(() => experiment.value.panel);
export const theme = computed(() => experiment.value.theme);
export const chosenLanguage = computed(() => experiment.value.language);
