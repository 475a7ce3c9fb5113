// A lecture by the name that links give it: one of ours, one that a lecturer has made on this device, or one that came whole in the link.
import type { Lecture } from "../../content/lecture/lecture";
import { LECTURES } from "../../content/lecture/ten";
import type { NoLecture } from "../../state/notices";

export async function findLecture(id: string): Promise<Lecture | NoLecture> {
  const ours = LECTURES.find((one) => one.id === id);
  if (ours) return ours;
  const { findOwn } = await import("./own/find");
  return findOwn(id);
}
