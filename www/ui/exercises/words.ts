// The words of one exercise; some have a second sentence, choices, or an explanation of ours.
import { t } from "../../content";

interface TaskWords {
  readonly title: string;
  readonly task: string;
  readonly hint: string;
  readonly teaches: string;
  readonly far: string;
  readonly farThen?: string;
  readonly other?: string;
  readonly choices?: readonly string[];
  readonly ours?: string;
}

export function wordsOf(name: string): TaskWords {
  const all: Readonly<Record<string, TaskWords>> = t().exercises.tasks;
  const found = all[name];
  if (!found) throw new Error(`no words for the exercise ${name}`);
  return found;
}
