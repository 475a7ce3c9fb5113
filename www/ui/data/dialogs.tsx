// Where files lead, wherever they were dropped or chosen. One dialog at a time: the one that is open gives way.

import { ownLecturesOpen } from "../../state/ownLecturesOpen";
import { DataDialog, showData } from "./DataDialog";
import { closeDialog } from "./draft";
import { sortDropped } from "./dropped";
import { closeModel, ModelDialog, showModel } from "./ModelDialog";
import "../../styles/data.css";

export function Dialogs() {
  return (
    <>
      <DataDialog />
      <ModelDialog />
    </>
  );
}

/** A lecture or a model asks for itself; everything else is data. Without files: the data dialog. */
export async function showDialog(files: readonly File[]): Promise<void> {
  if (await hasLecture(files)) {
    closeDialog();
    closeModel();
    ownLecturesOpen.value = files;
    return;
  }
  ownLecturesOpen.value = null;
  const sorted = await sortDropped(files);
  if (sorted.model) {
    closeDialog();
    void showModel(sorted.model, sorted.left);
  } else {
    closeModel();
    showData(files.length > 0 ? sorted : null);
  }
}

/** What tells them apart is fetched where a file could be one. */
async function hasLecture(files: readonly File[]): Promise<boolean> {
  if (!files.some(({ name }) => name.toLowerCase().endsWith(".json"))) return false;
  const { lecturesAmong } = await import("../lecture/own/among");
  return (await lecturesAmong(files)).length > 0;
}
