// Where files lead, wherever they were dropped or chosen. One dialog at a time: the one that is open gives way.
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

/** A model asks for itself; everything else is data. Without files: the data dialog. */
export function showDialog(files: readonly File[]): void {
  const { model, left } = sortDropped(files);
  if (model) {
    closeDialog();
    void showModel(model, left);
  } else {
    closeModel();
    showData(files);
  }
}
