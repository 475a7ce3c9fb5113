// The lectures that were made or opened on this device. Every change is kept at once; what was deleted or replaced last can come back.
import { computed, signal } from "@preact/signals";
import { type Unkept, whyUnkept } from "../../../state/database";
import { type LectureStore, openLectureStore } from "../../../state/lectureStore";
import { textOf } from "./fileForm";
import { freshId, type OwnLecture } from "./model";
import { readLecture } from "./readFile";

export interface Shelved {
  readonly lecture: OwnLecture;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

const shelved = signal<readonly Shelved[]>([]);
/** Newest first. */
export const ownLectures = computed(() => [...shelved.value].sort((a, b) => b.changed - a.changed));
/** Why what is on screen is gone after a reload; null while it is kept. */
export const lecturesUnkept = signal<Unkept | null>(null);
/** How many are kept that this version of the page cannot read. */
export const unreadable = signal(0);

let store: Promise<LectureStore> | null = null;
/** What the store has not taken yet: no other tab knows better. */
const unwritten = new Set<string>();

/** Reads what was kept; once. */
export function prepareLectures(): Promise<void> {
  store ??= openLectureStore().then(async (opened) => {
    if (!opened.lasting) lecturesUnkept.value = "blocked";
    opened.onChange(() => void readKept(opened));
    opened.onEmptied(() => {
      shelved.value = shelved.peek().filter(({ lecture }) => unwritten.has(lecture.id));
      unreadable.value = 0;
      lost.value = null;
    });
    await readKept(opened);
    return opened;
  });
  return store.then(() => undefined);
}

async function readKept(opened: LectureStore): Promise<void> {
  const all = await opened.all().catch((cause) => {
    lecturesUnkept.value = whyUnkept(cause);
    return null;
  });
  if (!all) return;
  const read = all.map(({ text, changed }) => ({ read: readLecture(text), changed }));
  const found = read.flatMap(({ read: one, changed }) => ("lecture" in one ? [{ lecture: one.lecture, changed }] : []));
  unreadable.value = all.length - found.length;
  const mine = shelved.peek().filter(({ lecture }) => unwritten.has(lecture.id));
  shelved.value = [...found.filter(({ lecture }) => !unwritten.has(lecture.id)), ...mine];
}

export const shelvedLecture = (id: string): OwnLecture | null =>
  shelved.value.find(({ lecture }) => lecture.id === id)?.lecture ?? null;

/** In the place of what was kept under its name. */
export function keep(lecture: OwnLecture): void {
  const { id } = lecture;
  const changed = Date.now();
  shelved.value = [...shelved.peek().filter((one) => one.lecture.id !== id), { lecture, changed }];
  unwritten.add(id);
  void write((opened) => opened.put({ id, changed, text: textOf(lecture) })).then((isWritten) => {
    if (isWritten && shelvedLecture(id) === lecture) unwritten.delete(id);
  });
}

/** What deleting or replacing took away. */
export const lost = signal<{ readonly lecture: OwnLecture; readonly how: "deleted" | "replaced" } | null>(null);

export function remove(id: string): void {
  const lecture = shelvedLecture(id);
  if (!lecture) return;
  lost.value = { lecture, how: "deleted" };
  shelved.value = shelved.peek().filter((one) => one.lecture.id !== id);
  unwritten.delete(id);
  void write((opened) => opened.remove(id));
}

/** One that came from a file. */
export function take(lecture: OwnLecture): void {
  const before = shelvedLecture(lecture.id);
  const isOther = before !== null && textOf(before) !== textOf(lecture);
  lost.value = isOther ? { lecture: before, how: "replaced" } : null;
  keep(lecture);
}

export function bringBack(): void {
  const back = lost.peek();
  lost.value = null;
  if (back) keep(back.lecture);
}

/** The same under another name in links. */
export function copyOf(lecture: OwnLecture, name: string): OwnLecture {
  const copy = { ...lecture, id: freshId(), name };
  keep(copy);
  return copy;
}

/** A full disk, or storage that was taken away, costs what was changed only after a reload. */
async function write(work: (opened: LectureStore) => Promise<void>): Promise<boolean> {
  await prepareLectures();
  const opened = await store;
  try {
    await (opened && work(opened));
    lecturesUnkept.value = opened?.lasting ? null : "blocked";
  } catch (cause) {
    lecturesUnkept.value = whyUnkept(cause);
  }
  return lecturesUnkept.value === null;
}
