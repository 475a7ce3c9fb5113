// What was counted for the model that the page opens with comes with the page (www/scripts/record-truth.mjs): nobody waits for numbers that
// are always the same. Whoever wants them of this machine's own engine asks anew.
import type { Law, Truth, TruthClicks } from "../engine.ts";
import url from "../ready/measured.json?url";
import { fetchJson } from "../worker/fetchJson";
import { canonicalJson } from "./canonical";
import { FIRST_SHOP } from "./dataKey";
import { FIRST_SYSTEM } from "./firstSystem";
import { readyKey } from "./shelf";

export interface StoredMeasurement {
  /** When it was counted: a day. */
  readonly date: string;
  readonly clicks: TruthClicks;
  readonly law: Law;
  readonly which: Truth;
  readonly pointed: Truth;
  readonly untrained: readonly Truth[];
}

/** What a measurement is kept under. */
export const measurementKey = (data: Parameters<typeof canonicalJson>[0], model: string) =>
  `${canonicalJson(data)} ${model}`;

/** The one that comes with the page. */
export const STORED_KEY = measurementKey(FIRST_SHOP, readyKey(FIRST_SYSTEM));

/** Null where it did not arrive: the engine counts. */
export async function fetchStored(): Promise<StoredMeasurement | null> {
  try {
    return await fetchJson(url);
  } catch {
    return null;
  }
}
