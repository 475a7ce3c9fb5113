import { loadWords } from "../../../content";
import type { Lecture } from "../../../content/lecture/lecture";
import type { Values } from "../../common/values";

async function fetched() {
  const [handout, sheets] = await Promise.all([
    import("./Handout"),
    import("./sheets"),
    loadWords(["lecture", "script", "figure"]),
  ]);
  return { ...handout, ...sheets };
}

/** Makes the hand-out of a lecture and shows it; what that takes is fetched now. */
export async function openHandout(lecture: Lecture): Promise<void> {
  const { showHandout } = await fetched();
  showHandout(lecture);
}

/** What the speaker says at every step, with the numbers that are known: for the window that has no engine to draw with. */
export async function openNotes(lecture: Lecture, known: Values): Promise<void> {
  const { showHandout, plainSheets } = await fetched();
  showHandout(lecture, plainSheets(lecture, known));
}
