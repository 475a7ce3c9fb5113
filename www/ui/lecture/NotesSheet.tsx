// What the notes of a step need on paper and not in the presenter's window: whose they are, and the way to the step.
import { t } from "../../content";
import type { Lecture, Place } from "../../content/lecture/lecture";
import { QrCode } from "../common/QrCode";
import { lectureAddress } from "./address";
import { lectureName } from "./words";

export function NotesSheet({ lecture, at }: { lecture: Lecture; at: Place }) {
  const address = lectureAddress(lecture, at);
  return (
    <div class="notes-sheet">
      <p>
        <b>{t().shell.title}</b> {lectureName(lecture)}
      </p>
      <p>{address}</p>
      <QrCode text={address} label={t().lecture.classLink.code} />
    </div>
  );
}
