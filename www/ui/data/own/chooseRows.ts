import { leaveOutRows, step } from "./intake";

/**
 * Says whether rows that cannot be read, though they are many, are left out, and goes to the step that names them. The button that was
 * pressed is gone with what it was about: the focus goes to the step's heading.
 */
export async function chooseRows(file: string, badRows: "refuse" | "leave out"): Promise<void> {
  if (!(await leaveOutRows(file, badRows))) return;
  step.value = "odd";
  document.getElementById("intake-title")?.focus();
}
