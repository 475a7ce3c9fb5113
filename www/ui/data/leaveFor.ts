import { goTo } from "../common/navigation";
import { closeDialog } from "./draft";

/** From the dialog to the panel where one goes on. */
export function leaveFor(panel: "train" | "session" | "compare"): void {
  closeDialog();
  goTo(panel);
}
