// Where files lead, wherever they were dropped or chosen.
import { DataDialog, showData } from "./DataDialog";
import { isModel, ModelDialog, showModel } from "./ModelDialog";
import "../../styles/data.css";

export function Dialogs() {
  return (
    <>
      <DataDialog />
      <ModelDialog />
    </>
  );
}

/** The first model asks for itself; everything else is data. Without files: the data dialog. */
export function showDialog(files: readonly File[]): void {
  const model = files.find(isModel);
  const others = files.filter((file) => !isModel(file));
  if (model) void showModel(model);
  if (!model || others.length > 0) showData(others);
}
