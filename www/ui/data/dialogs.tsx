// Where files lead, wherever they were dropped or chosen. One dialog at a time: the one that is open gives way.

import { ownLecturesOpen } from "../../state/ownLecturesOpen";
import { DataDialog, showData } from "./DataDialog";
import { closeDialog } from "./draft";
import { sortDropped } from "./dropped";
import { closeModel, ModelDialog, showModel } from "./ModelDialog";
import { PyTorchDialog } from "./PyTorchDialog";
import { closeRun, RunDialog, showRun } from "./RunDialog";
import { holdsRun } from "./runOfFile";
import "../../styles/data.css";

export { showForPyTorch } from "./PyTorchDialog";
export { holdsRun } from "./runOfFile";

export function Dialogs() {
  return (
    <>
      <DataDialog />
      <ModelDialog />
      <RunDialog />
      <PyTorchDialog />
    </>
  );
}

/** A lecture, a model or a run asks for itself; everything else is data. Without files: the data dialog. */
export async function showDialog(files: readonly File[]): Promise<void> {
  if (await hasLecture(files)) {
    closeDialog();
    closeModel();
    closeRun();
    ownLecturesOpen.value = files;
    return;
  }
  ownLecturesOpen.value = null;
  const sorted = await sortDropped(files);
  if (sorted.model) {
    const isRun = await holdsRun(sorted.model);
    closeDialog();
    if (isRun) closeModel();
    else closeRun();
    void (isRun ? showRun : showModel)(sorted.model, sorted.left);
  } else {
    closeModel();
    closeRun();
    showData(files.length > 0 ? sorted : null);
  }
}

/** What tells them apart is fetched where a file could be one. */
async function hasLecture(files: readonly File[]): Promise<boolean> {
  if (!files.some(({ name }) => name.toLowerCase().endsWith(".json"))) return false;
  const { lecturesAmong } = await import("../lecture/own/among");
  return (await lecturesAmong(files)).length > 0;
}
