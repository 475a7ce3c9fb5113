// The runs that are over, of both panels that train, as signals; kept over a reload.
import { computed, effect, signal } from "@preact/signals";
import { NOTHING, type Size } from "./byteSize";
import { type Unkept, whyUnkept } from "./database";
import { dataIdentity } from "./dataIdentity";
import { source } from "./opened";
import { openRecordStore, type RecordStore } from "./recordStore";
import { MOST_RECORDS, type NewRecord, nextNumber, type RunRecord, withRecord } from "./runRecord";

/** Newest first, of all data. */
export const records = signal<readonly RunRecord[]>([]);
/** Why a run on screen is gone after a reload; null while all are kept. */
export const runsUnkept = signal<Unkept | null>(null);
/** Counts what this tab has written and deleted, once it is so. */
export const historyChanges = signal(0);
/** What makes the open data the same data; null while it is being found out. */
export const openIdentity = signal<string | null>(null);

/** The runs on the data that is open, newest first. */
export const recordsHere = computed(() => records.value.filter((one) => one.data === openIdentity.value));
/** How many runs are kept of other data. */
export const recordsElsewhere = computed(() => records.value.length - recordsHere.value.length);

let store: Promise<RecordStore> | null = null;
let prepared: Promise<void> | null = null;
/** Ids of runs that the store did not take: no other tab can have deleted them. */
const onlyHere = new Set<string>();

/** Called by everything that asks for runs; the first call reads what was kept. Resolves when that is there. */
export function prepareHistory(): Promise<void> {
  prepared ??= prepare();
  return prepared;
}

function prepare(): Promise<void> {
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
  if (!opened.lasting) runsUnkept.value = "blocked";
  // Runs of another tab appear here, too, and what it deletes is gone.
  opened.onChange(() => void readAgain(opened));
  opened.onEmptied(() => {
    records.value = records.peek().filter((one) => onlyHere.has(one.id));
  });
  const kept = await opened.records().catch((cause) => {
    runsUnkept.value = whyUnkept(cause);
    return [];
  });
  // A run that ended while the store was being read is newer than all of them.
  records.value = [...kept, ...records.peek()].reduce<RunRecord[]>(withRecord, []);
}

async function readAgain(opened: RecordStore): Promise<void> {
  const kept = await opened.records().catch(() => null);
  if (!kept) return;
  const isTaken = ({ data, number }: RunRecord) => kept.some((one) => one.data === data && one.number === number);
  const mine = records.peek().filter((one) => onlyHere.has(one.id) && !kept.some(({ id }) => id === one.id));
  const apart = mine.map((one) => (isTaken(one) ? { ...one, number: nextNumber([...kept, ...mine], one.data) } : one));
  records.value = [...kept, ...apart].reduce<RunRecord[]>(withRecord, []);
}

/** Resolves to the record with its number, when it is kept. */
export async function addRecord(record: NewRecord, weights: Uint8Array | null): Promise<RunRecord> {
  const before = records.peek();
  const numbered = { ...record, number: nextNumber(before, record.data) };
  // At once, also where writing takes its time.
  onlyHere.add(record.id);
  records.value = withRecord(before, numbered);
  const opened = await store;
  const kept = await keep(opened, record, weights);
  const shown = records.peek().find((one) => one.id === record.id);
  if (kept && shown && kept.number !== shown.number) records.value = withRecord(records.peek(), kept);
  const dropped = before.length >= MOST_RECORDS ? before.filter((one) => !records.peek().includes(one)) : [];
  if (dropped.length > 0) await opened?.remove(dropped.map((one) => one.id)).catch(() => undefined);
  historyChanges.value += 1;
  return kept ?? numbered;
}

/** A full disk costs the run only after a reload. Null where it was not kept. */
async function keep(
  opened: RecordStore | null,
  record: NewRecord,
  weights: Uint8Array | null,
): Promise<RunRecord | null> {
  try {
    const kept = (await opened?.put(record, weights)) ?? null;
    if (opened?.lasting === false) runsUnkept.value = "blocked";
    else onlyHere.delete(record.id);
    return kept;
  } catch (cause) {
    runsUnkept.value = whyUnkept(cause);
    return null;
  }
}

/** Null, too, where the browser does not give them back. */
export async function keptWeights(id: string): Promise<Uint8Array | null> {
  return (await (await store)?.weights(id).catch(() => null)) ?? null;
}

export async function deleteRecords(ids: readonly string[]): Promise<void> {
  records.value = records.peek().filter((one) => !ids.includes(one.id));
  const opened = await store;
  // What could not be deleted is there again.
  await opened?.remove(ids).catch(() => readAgain(opened));
  historyChanges.value += 1;
}

/** Of the runs of all data that outlive the page. */
export async function sizeOfRuns(): Promise<Size> {
  return (await (await store)?.size()) ?? NOTHING;
}
