// The runs that are over, of both panels that train, as signals; kept over a reload.
import { computed, effect, signal } from "@preact/signals";
import { dataIdentity } from "./dataIdentity";
import { source } from "./opened";
import { openRecordStore, type RecordStore } from "./recordStore";
import { MOST_RECORDS, type RunRecord, withRecord } from "./runRecord";

/** Newest first, of all data. */
export const records = signal<readonly RunRecord[]>([]);
/** False where the browser keeps nothing over a reload. */
export const keepsRuns = signal(true);
/** What makes the open data the same data; null while it is being found out. */
export const openIdentity = signal<string | null>(null);

/** The runs on the data that is open, newest first. */
export const recordsHere = computed(() => records.value.filter((one) => one.data === openIdentity.value));
/** How many runs are kept of other data. */
export const recordsElsewhere = computed(() => records.value.length - recordsHere.value.length);

let store: Promise<RecordStore> | null = null;

/** Called by every panel that shows runs; the first call reads what was kept. */
export function prepareHistory(): Promise<void> {
  if (store) return store.then(() => undefined);
  store = openRecordStore();
  effect(() => {
    const open = source.value;
    openIdentity.value = null;
    if (!open) return;
    void dataIdentity(open).then((identity) => {
      if (source.peek() === open) openIdentity.value = identity;
    });
  });
  return readKept(store);
}

async function readKept(from: Promise<RecordStore>): Promise<void> {
  const opened = await from;
  keepsRuns.value = opened.lasting;
  const kept = await opened.records();
  // A run that ended while the store was being read is newer than all of them.
  records.value = [...kept, ...records.peek()].reduce<RunRecord[]>(withRecord, []);
}

export async function addRecord(record: RunRecord, weights: Uint8Array | null): Promise<void> {
  const before = records.peek();
  records.value = withRecord(before, record);
  const opened = await store;
  await keep(opened, record, weights);
  const dropped = before.length >= MOST_RECORDS ? before.filter((one) => !records.peek().includes(one)) : [];
  if (dropped.length > 0) await opened?.remove(dropped.map((one) => one.id));
}

/** A full disk costs the run only after a reload. */
async function keep(opened: RecordStore | null, record: RunRecord, weights: Uint8Array | null): Promise<void> {
  try {
    await opened?.put(record, weights);
    if (opened?.lasting === false) keepsRuns.value = false;
  } catch {
    keepsRuns.value = false;
  }
}

export async function keptWeights(id: string): Promise<Uint8Array | null> {
  return (await store)?.weights(id) ?? null;
}

export async function deleteRecords(ids: readonly string[]): Promise<void> {
  records.value = records.peek().filter((one) => !ids.includes(one.id));
  await (await store)?.remove(ids);
}
