// The visitor's own files from the first drop to the open data. It outlives the dialog and every error: what was chosen stays chosen.
import { batch, computed, signal } from "@preact/signals";
import type { Keep } from "../../../engine.ts";
import { question } from "../../../state/question";
import { WorkerFailure } from "../../../worker/client";
import { type Reader, startReader } from "../../../worker/importClient";
import type { Choices, ColumnChoice, FileChoices, ImportAnswer } from "../../../worker/importProtocol";
import { DEFAULT_CORE } from "../core";
import { type Left, NOTHING_LEFT, type Sorted } from "../dropped";
import { saidOf, withSaid } from "./chosen";

export const STEPS = ["files", "columns", "odd", "part", "facts"] as const;
export type Step = (typeof STEPS)[number];

const WHOLE: Keep = { subset: { core: DEFAULT_CORE }, period: {} };

/** What was chosen and dropped. */
export const given = signal<readonly File[]>([]);
/** What came with it last and was not taken. */
export const left = signal<Left>(NOTHING_LEFT);
/** What the columns are for, where somebody has said so. */
export const choices = signal<Choices>({});
/** The columns file that said so. */
export const choicesFrom = signal<string | null>(null);
export const keep = signal<Keep>(WHOLE);

export const step = signal<Step>("files");
/** What the last reading came to; it stays while the next one is under way. */
export const answer = signal<ImportAnswer | null>(null);
/** What was read, for an engine. */
export const log = signal<Uint8Array | null>(null);
/** Why there is no answer: the importer did not come, or died. */
export const trouble = signal<WorkerFailure | null>(null);
export const isStopped = signal(false);
/** Of what the answer is: of other files or other choices nothing is opened. */
const readOf = signal<{ readonly given: readonly File[]; readonly choices: Choices } | null>(null);

/** How far a file is read; null: nothing is being read. */
export const progress = signal<{ readonly file: string; readonly share: number } | null>(null);
export const isReading = computed(() => progress.value !== null);
/** What is chosen is what was read, and can be opened. */
export const isRead = computed(
  () => log.value !== null && readOf.value?.given === given.value && readOf.value.choices === choices.value,
);

/** The name that the open data goes by: that of its log. */
export const logName = computed(() => answer.value?.report.files.find(({ role }) => role === "log")?.name ?? "");

let reader: Reader | null = null;
/** Counts readings: the last one counts. */
let turn = 0;
/** Nobody looks any more: the worker ends with what it is reading. */
let rests = false;

/** Takes files; one of the same name replaces the one before. What was opened already is another matter. */
export function give(sorted: Sorted): void {
  if (step.peek() === "facts") forget();
  const latest = new Map([...given.peek(), ...sorted.data].map((file) => [file.name, file]));
  batch(() => {
    given.value = [...latest.values()];
    left.value = sorted.left;
    if (sorted.choices) {
      choices.value = sorted.choices.choices;
      choicesFrom.value = sorted.choices.name;
    }
  });
  if (given.peek().length > 0) void read().then((isDone) => isDone && showColumns());
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
  const others = given.peek().filter((file) => file.name !== name);
  if (others.length === 0) forget();
  else {
    given.value = others;
    void read();
  }
}

/** Nothing is chosen any more. */
function forget(): void {
  stop();
  batch(() => {
    given.value = [];
    answer.value = null;
    log.value = null;
    readOf.value = null;
    trouble.value = null;
    isStopped.value = false;
    choices.value = {};
    choicesFrom.value = null;
    keep.value = WHOLE;
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

/** Reads what is chosen, as it is said. False where another reading took its place, or none came about. */
export async function read(): Promise<boolean> {
  if (isReading.peek()) stop();
  const mine = ++turn;
  const of = { given: given.peek(), choices: choices.peek() };
  const sizes = new Map(of.given.map(({ name, size }) => [name, size]));
  rests = false;
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
    const found = await mineReader.read(of.given, of.choices);
    const bytes = found.report.refused ? null : await mineReader.handOver();
    if (mine !== turn) return false;
    batch(() => {
      progress.value = null;
      answer.value = found;
      log.value = bytes;
      readOf.value = of;
      // Days are chosen where there are some, and moments where there are times.
      if (found.seen.seconds === null) keep.value = { ...keep.peek(), period: {} };
      if (found.report.order !== "time") {
        const { split: _, ...others } = keep.peek();
        keep.value = others;
      }
    });
    return true;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    if (mine !== turn) return false;
    batch(() => {
      progress.value = null;
      trouble.value = cause;
    });
    return false;
  } finally {
    if (rests) rest();
  }
}

/** Says what a column is for, and reads again. */
export function choose(file: string, column: string, choice: ColumnChoice): void {
  const before = saidOf(choices.peek(), file);
  say(file, { ...before, columns: { ...before.columns, [column]: choice } });
}

/** Says how a file is written, and reads again. */
export function say(file: string, said: FileChoices): void {
  choices.value = withSaid(choices.peek(), file, said);
  void read();
}

/** Whether rows that cannot be read, though they are many, are left out; reads again. False where it came to nothing. */
export function leaveOutRows(file: string, bad_rows: "refuse" | "leave out"): Promise<boolean> {
  choices.value = withSaid(choices.peek(), file, { ...saidOf(choices.peek(), file), bad_rows });
  return read();
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
  return bytes && isRead.value && step.value !== "facts" ? { name: logName.value, log: bytes, keep: keep.value } : null;
});

/** A dialog that is closed keeps its files, not its worker. */
export function rest(): void {
  rests = isReading.peek();
  if (rests) return;
  reader?.end();
  reader = null;
}
