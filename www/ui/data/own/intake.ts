// The visitor's own files from the first drop to the open data. It outlives the dialog and every error: what was chosen stays chosen.
import { batch, computed, signal } from "@preact/signals";
import type { Keep } from "../../../engine.ts";
import { question } from "../../../state/question";
import { WorkerFailure } from "../../../worker/client";
import { type Reader, startReader } from "../../../worker/importClient";
import type { Choices, ColumnChoice, FileChoices, ImportAnswer } from "../../../worker/importProtocol";
import { DEFAULT_CORE } from "../core";
import { type Left, NOTHING_LEFT, type Sorted } from "../dropped";

export const STEPS = ["files", "columns", "odd", "part", "facts"] as const;
export type Step = (typeof STEPS)[number];

/** What was chosen and dropped. */
export const given = signal<readonly File[]>([]);
/** What came with it last and was not taken. */
export const left = signal<Left>(NOTHING_LEFT);
/** What the columns are for, where somebody has said so. */
export const choices = signal<Choices>({});
/** The columns file that said so. */
export const choicesFrom = signal<string | null>(null);
export const keep = signal<Keep>({ subset: { core: DEFAULT_CORE }, period: {} });

export const step = signal<Step>("files");
/** What the last reading came to; it stays while the next one is under way. */
export const answer = signal<ImportAnswer | null>(null);
/** What was read, for an engine. */
export const log = signal<Uint8Array | null>(null);
/** Why there is no answer: the importer did not come, or died. */
export const trouble = signal<WorkerFailure | null>(null);
export const isStopped = signal(false);

/** How far a file is read; null: nothing is being read. */
export const progress = signal<{ readonly file: string; readonly share: number } | null>(null);
export const isReading = computed(() => progress.value !== null);

/** The name that the open data goes by: that of its log. */
export const logName = computed(() => answer.value?.report.files.find(({ role }) => role === "log")?.name ?? "");

let reader: Reader | null = null;
/** Counts readings: the last one counts. */
let turn = 0;

/** Takes files; one of the same name replaces the one before. */
export function give(sorted: Sorted): void {
  const names = sorted.data.map(({ name }) => name);
  batch(() => {
    given.value = [...given.peek().filter(({ name }) => !names.includes(name)), ...sorted.data];
    left.value = sorted.left;
    if (sorted.choices) {
      choices.value = sorted.choices.choices;
      choicesFrom.value = sorted.choices.name;
    }
  });
  if (given.peek().length > 0) void read().then(showColumns);
}

/** Refusals that a role of a column may mend. */
const OF_COLUMNS = ["no_log", "no_user_or_item", "no_item", "time"];

/** Files that were just given lead on; whoever looks at them is not led away. */
function showColumns(): void {
  const { refused = null, columns = [] } = answer.peek()?.report ?? {};
  const mends = refused !== null && OF_COLUMNS.includes(refused.code) && columns.length > 0;
  if ((log.peek() || mends) && step.peek() === "files") step.value = "columns";
}

export function leaveOut(name: string): void {
  given.value = given.peek().filter((file) => file.name !== name);
  if (given.peek().length > 0) void read();
  else forget();
}

/** Nothing is chosen any more. */
function forget(): void {
  stop();
  batch(() => {
    answer.value = null;
    log.value = null;
    trouble.value = null;
    isStopped.value = false;
    choices.value = {};
    choicesFrom.value = null;
    step.value = "files";
  });
}

/** Ends what is being read. What was read before is still there. */
export function stop(): void {
  turn += 1;
  reader?.end();
  reader = null;
  batch(() => {
    isStopped.value = progress.peek() !== null;
    progress.value = null;
  });
}

/** Reads what is chosen, as it is said. */
export async function read(): Promise<void> {
  if (isReading.peek()) stop();
  const mine = ++turn;
  const files = given.peek();
  const sizes = new Map(files.map(({ name, size }) => [name, size]));
  batch(() => {
    progress.value = { file: "", share: 0 };
    trouble.value = null;
    isStopped.value = false;
  });
  reader ??= startReader(
    (file, bytes) => {
      if (isReading.peek()) progress.value = { file, share: bytes / Math.max(1, sizes.get(file) ?? bytes) };
    },
    () => {
      reader = null;
    },
  );
  const mineReader = reader;
  try {
    const found = await mineReader.read(files, choices.peek());
    const bytes = found.report.refused ? null : await mineReader.handOver();
    if (mine !== turn) return;
    batch(() => {
      progress.value = null;
      answer.value = found;
      log.value = bytes;
    });
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    if (mine !== turn) return;
    batch(() => {
      progress.value = null;
      trouble.value = cause;
    });
  }
}

/** Says what a column is for, and reads again. */
export function choose(file: string, column: string, choice: ColumnChoice): void {
  const { files = {} } = choices.peek();
  const before = files[file] ?? {};
  say(file, { ...before, columns: { ...before.columns, [column]: choice } });
}

/** Says how a file is written, and reads again. */
export function say(file: string, said: FileChoices): void {
  const { files = {}, ...rest } = choices.peek();
  choices.value = { ...rest, files: { ...files, [file]: said } };
  void read();
}

/** Nothing is said any more. */
export function guessAgain(): void {
  batch(() => {
    choices.value = {};
    choicesFrom.value = null;
  });
  void read();
}

/** How much would be left. */
export const remains = question("remains", () => {
  const bytes = log.value;
  return bytes && step.value !== "facts" ? { name: logName.value, log: bytes, keep: keep.value } : null;
});

/** A dialog that is closed keeps its files, not its worker. */
export function rest(): void {
  if (isReading.peek()) return;
  reader?.end();
  reader = null;
}
