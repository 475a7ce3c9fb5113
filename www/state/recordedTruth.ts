// Agreements that are not measured on the page: of a model whose attributes were shuffled while it learned. `ready/truth.json` holds them;
// without the file there are none.
import { signal } from "@preact/signals";
import type { Agreement } from "../engine.ts";
import { fetchJson } from "../worker/fetchJson";

export interface RecordedTruth {
  /** Name of the data and of the model. */
  readonly data: string;
  readonly model: string;
  readonly date: string;
  readonly seed: number;
  /** By method. */
  readonly which?: Readonly<Record<string, Agreement>>;
  readonly pointed?: Readonly<Record<string, Agreement>>;
}

const [address] = Object.values(
  import.meta.glob<string>("../ready/truth.json", { query: "?url", import: "default", eager: true }),
);

export const recordedTruth = signal<RecordedTruth | null>(null);

let asked = false;

/** Once; a row less where it does not come. */
export async function fetchRecordedTruth(): Promise<void> {
  if (asked || !address) return;
  asked = true;
  try {
    recordedTruth.value = await fetchJson(address);
  } catch {
    asked = false;
  }
}
