// The presenter's window: the same page, asked to show the notes.
import { signal } from "@preact/signals";
import { current } from "../../state/current";
import { lectureDoor } from "../../state/lecturePlace";
import { notesWindow, WALL_ID } from "./channel";

/** The browser refused to open a window: the wall offers the link. */
export const wasRefused = signal(false);

export function presenterAddress(): string {
  return `${location.pathname}?presenter=${current.lecture.peek() ?? "ten"}&lang=${current.language.peek()}${lectureDoor.tail}`;
}

export function openPresenter(): void {
  const opened = window.open(presenterAddress(), notesWindow(WALL_ID), "popup,width=1366,height=768");
  wasRefused.value = opened === null;
  opened?.focus();
}
