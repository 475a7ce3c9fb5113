// How the maps are looked at. Kept apart from the experiment: it changes no number, and no link needs it.
import { signal } from "@preact/signals";

/** shared: one colour scale for all sources; own: each map uses its whole ramp. */
export type ScaleChoice = "shared" | "own";
/** What the fused map shows: scores before the softmax or weights after it. */
export type FusedShows = "weights" | "scores";

export const scaleChoice = signal<ScaleChoice>("shared");
export const fusedShows = signal<FusedShows>("weights");
export const asTable = signal(false);
