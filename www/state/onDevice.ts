// All that the page keeps on the visitor's device, by kind: how many, how many bytes, and how to be rid of it.
import { batch, computed, effect, signal } from "@preact/signals";
import { NOTHING, type Size } from "./byteSize";
import { UNDER_WAY } from "./checkpointStore";
import { forgetAllInterrupted, sizeUnderWay, underWayChanges } from "./checkpoints";
import { deleteDatabase } from "./database";
import { keeping, keepNothing } from "./kept";
import { LECTURES, type LectureStore, openLectureStore } from "./lectureStore";
import { forgetNotes, onForgotten, sizeOfNotes } from "./notes";
import { deletePageFiles, sizeOfPageFiles } from "./pageFiles";
import { RUNS } from "./recordStore";
import { deleteRecords, historyChanges, records, sizeOfRuns } from "./runHistory";

export const KINDS = ["runs", "underWay", "data", "lectures", "files", "notes"] as const;
export type Kind = (typeof KINDS)[number];

/** Null until all of it was weighed. */
export const sizes = signal<Readonly<Record<Kind, Size>> | null>(null);
/** How many of the runs that are not over nobody trains. */
export const brokenOff = signal(0);
export const total = computed(() => KINDS.reduce((sum, kind) => sum + (sizes.value?.[kind].bytes ?? 0), 0));
/** What the browser says of this host: what it has kept and how much it may be. Null where it does not say. */
export const room = signal<{ readonly used: number; readonly most: number } | null>(null);
/** The browser has a storage for this page; null while it is found out. */
export const keepsAnything = signal<boolean | null>(null);

let lectures: Promise<LectureStore> | null = null;

/** What cannot be read is nothing that could be told of. */
const orNothing = (size: Promise<Size>) => size.catch(() => NOTHING);

async function weigh(): Promise<void> {
  lectures ??= openLectureStore().then((opened) => {
    opened.onChange(weighAgain);
    opened.onEmptied(weighAgain);
    return opened;
  });
  const opened = await lectures;
  const none = { runs: NOTHING, data: NOTHING, brokenOff: 0 };
  const [runs, under, own, files] = await Promise.all([
    orNothing(sizeOfRuns()),
    sizeUnderWay().catch(() => none),
    orNothing(opened.size()),
    sizeOfPageFiles(),
  ]);
  batch(() => {
    sizes.value = { runs, underWay: under.runs, data: under.data, lectures: own, files, notes: sizeOfNotes() };
    brokenOff.value = under.brokenOff;
    keepsAnything.value = opened.lasting;
  });
}

async function askForRoom(): Promise<void> {
  const told = await navigator.storage?.estimate?.().catch(() => null);
  room.value = told?.usage !== undefined && told.quota ? { used: told.usage, most: told.quota } : null;
}

let weighing: Promise<void> = Promise.resolve();
let isDue = false;
/** To look for something makes it anew where it has just been deleted. */
let isDeleting = false;

/** One after the other; whatever changes meanwhile is weighed once more. */
export function weighAgain(): void {
  if (isDue || isDeleting) return;
  isDue = true;
  weighing = weighing.then(async () => {
    isDue = false;
    await Promise.allSettled([weigh(), askForRoom()]);
  });
}

/** For as long as somebody looks at it; returns what ends it. */
export function followSizes(): () => void {
  const stop = effect(() => {
    records.value;
    historyChanges.value;
    underWayChanges.value;
    keeping.value;
    weighAgain();
  });
  const forget = onForgotten(weighAgain);
  return () => {
    stop();
    forget();
  };
}

/** Of one kind. The visitor's own data goes with the runs that were broken off. */
export async function deleteKind(kind: Exclude<Kind, "data">): Promise<void> {
  await DELETE[kind]().catch(() => undefined);
  weighAgain();
  await weighing;
}

const DELETE = {
  runs: () => deleteRecords(records.peek().map(({ id }) => id)),
  underWay: forgetAllInterrupted,
  lectures: async () => (await lectures)?.removeAll(),
  files: keepNothing,
  notes: async () => forgetNotes(),
};

/**
 * Leaves nothing of the page on the device; other tabs let go of it at once. What is on screen stays, and a run that is under way goes
 * on: what is kept from then on is new. Resolves to whether all is gone.
 */
export async function deleteEverything(): Promise<boolean> {
  isDeleting = true;
  await weighing;
  // First what other tabs do not hear of: what they do hear of has them look.
  const files = await deletePageFiles();
  const gone = await Promise.all([RUNS, UNDER_WAY, LECTURES].map(deleted));
  isDeleting = false;
  forgetNotes();
  weighAgain();
  await weighing;
  return files && gone.every(Boolean);
}

async function deleted(name: string): Promise<boolean> {
  try {
    return await deleteDatabase(globalThis.indexedDB, name);
  } catch {
    // Where the storage is forbidden, there is nothing in it.
    return true;
  }
}
