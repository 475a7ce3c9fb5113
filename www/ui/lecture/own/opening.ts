// Files that are opened as lectures, and what came of each.
import { signal } from "@preact/signals";
import { lecturesAmong } from "./among";
import { MOST_BYTES, readLecture } from "./readFile";
import type { Left, Refusal } from "./refusal";
import { take } from "./shelf";

export type Outcome = { readonly file: string } & (
  | { readonly kind: "taken"; readonly name: string; readonly id: string; readonly left: readonly Left[] }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "unreadable" }
  /** No lecture, dropped beside one. */
  | { readonly kind: "beside" }
);

export const outcomes = signal<readonly Outcome[]>([]);

export async function openLectures(files: readonly File[]): Promise<void> {
  const found: Outcome[] = [];
  for (const file of files) found.push(await openOne(file));
  outcomes.value = found;
}

/** Of what was dropped on the page the lectures; what came with them is named. */
export async function openDropped(files: readonly File[]): Promise<void> {
  const lectures = await lecturesAmong(files);
  await openLectures(lectures);
  const others = files.filter((file) => !lectures.includes(file));
  outcomes.value = [...outcomes.peek(), ...others.map(({ name }) => ({ file: name, kind: "beside" }) as const)];
}

async function openOne(file: File): Promise<Outcome> {
  // Signs take up to three bytes: what is larger need not be read.
  if (file.size > MOST_BYTES * 3) {
    const expected = { kind: "small", most: MOST_BYTES } as const;
    return { file: file.name, kind: "refused", refusal: { line: null, place: "", found: String(file.size), expected } };
  }
  const text = await file.text().catch(() => null);
  if (text === null) return { file: file.name, kind: "unreadable" };
  const read = readLecture(text);
  if ("refusal" in read) return { file: file.name, kind: "refused", refusal: read.refusal };
  const { lecture, left } = read;
  take(lecture);
  return { file: file.name, kind: "taken", name: lecture.name, id: lecture.id, left };
}
