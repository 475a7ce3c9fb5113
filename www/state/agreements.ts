// What "Is it true?" has counted, as it stands in its figures, for whoever speaks of it: by method.
import { signal } from "@preact/signals";

export interface Share {
  readonly right: number;
  readonly chance: number;
}

export type Shares = Readonly<Record<string, Share>>;

/** Null before anything was counted. */
export const shownAgreements = signal<{ readonly which: Shares | null; readonly pointed: Shares | null } | null>(null);
