// From the editor to the wall, and to the file.
import { ownLecturesOpen } from "../../../state/ownLecturesOpen";
import { saveFile } from "../../common/saveFile";
import { forgetGuesses } from "../guesses";
import { begin } from "../stage";
import { draft } from "./desk";
import { textOf } from "./fileForm";
import { type OwnClick, type OwnLecture, type OwnStep, played } from "./model";

export function give(id: string, step: string | null = null, click = 0): void {
  ownLecturesOpen.value = null;
  forgetGuesses();
  void begin(id, step, click);
}

/** At one place of the lecture that is being edited. */
export function tryIt(step: OwnStep, click: OwnClick): void {
  const lecture = draft.peek();
  if (lecture) give(lecture.id, step.name, Math.max(0, played(step).indexOf(click)));
}

/** What no file can be called by on some system or other. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: file names take none of them
const NOT_OF_A_FILE = /[\\/:*?"<>|\u0000-\u001f]+/g;

export function saveLecture(lecture: OwnLecture): void {
  const name = lecture.name.replace(NOT_OF_A_FILE, " ").trim() || lecture.id;
  saveFile(`${name}.lecture.json`, textOf(lecture), "application/json");
}
