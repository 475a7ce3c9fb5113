import type { Choice } from "../../state/shelf";

/** "DIF-SR, run 2, epoch 7": a model that was trained here with the run that it is of. */
export function choiceName({ name, label }: Pick<Choice, "name" | "label">): string {
  return label === "" ? name : `${name}, ${label}`;
}
