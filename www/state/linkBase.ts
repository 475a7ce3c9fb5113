// What a link is written against: the defaults, or the state that a lecture's place stands for, so that a link to that place says no more
// than the place and what was changed there.
import { signal } from "@preact/signals";
import { DEFAULTS, type Experiment } from "./experiment";

export const linkBase = signal<Experiment>(DEFAULTS);
