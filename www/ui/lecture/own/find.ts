// A lecture of one's own by its name: from the link that brought it, from this device, or from a link of before.
import { signal } from "@preact/signals";
import type { Lecture } from "../../../content/lecture/lecture";
import type { NoLecture } from "../../../state/notices";
import type { OwnLecture } from "./model";
import { PREFIX, unpack } from "./pack";
import { readLecture } from "./readFile";
import { resolved } from "./resolve";
import { prepareLectures, shelvedLecture } from "./shelf";

interface Linked {
  readonly lecture: OwnLecture;
  readonly tail: string;
}

/** What links have brought to this tab. None is kept on the device unless its visitor says so. */
export const fromLinks = signal<readonly Linked[]>([]);

export async function findOwn(id: string): Promise<Lecture | NoLecture> {
  const isInLink = location.hash.startsWith(PREFIX);
  if (isInLink) await readTail(location.hash);
  const linked = fromLinks.peek().find(({ lecture }) => lecture.id === id);
  if (linked && linked.tail === location.hash) return given(linked.lecture, linked.tail);
  await prepareLectures();
  const here = shelvedLecture(id);
  if (here) return given(here);
  if (linked) return given(linked.lecture, linked.tail);
  return isInLink ? "damaged" : "absent";
}

/** What stands behind the "#" of a link, if it is a lecture. */
async function readTail(tail: string): Promise<void> {
  const text = await unpack(tail.slice(PREFIX.length));
  const read = text === null ? null : readLecture(text);
  if (!read || !("lecture" in read)) return;
  const { lecture } = read;
  fromLinks.value = [...fromLinks.peek().filter((one) => one.lecture.id !== lecture.id), { lecture, tail }];
}

function given(own: OwnLecture, tail = ""): Lecture | NoLecture {
  const lecture = resolved(own);
  return lecture ? { ...lecture, tail } : "empty";
}
