// What crosses between the page and the importer's worker. The report is that of src/import/report.rs, the sample that of samples.rs.
import type { LifeEvent } from "./protocol";

export type Order = "time" | "file" | "file reversed";

/** What somebody chose for one column; what is not said is guessed. As in docs/files.md. */
export interface ColumnChoice {
  readonly role?: string;
  readonly unit?: string;
  readonly format?: string;
  readonly part?: string;
  readonly kind?: string;
  readonly separator?: string;
  readonly bins?: number;
  readonly long?: string;
  readonly at_least?: number;
  readonly keep?: readonly string[];
}

export interface FileChoices {
  readonly encoding?: string;
  readonly separator?: string;
  readonly header?: boolean;
  readonly order?: Order;
  readonly repeats?: string;
  /** Of a file where more than a tenth of the rows cannot be read. */
  readonly bad_rows?: "refuse" | "leave out";
  readonly columns?: Readonly<Record<string, ColumnChoice>>;
}

/** A columns file. */
export interface Choices extends FileChoices {
  readonly files?: Readonly<Record<string, FileChoices>>;
}

export interface FileReport {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly role: "log" | "items" | "archive" | "passed over";
  readonly reason: string;
}

export interface ColumnReport {
  readonly file: string;
  readonly name: string;
  readonly role: string;
  readonly kind: string | null;
  readonly separator: string | null;
  readonly reason: string;
}

export interface Repair {
  readonly what: string;
  readonly count: number;
  readonly first: { readonly file: string; readonly line: number | null };
}

export interface Problem {
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
  readonly count: number;
}

export interface Refusal extends Omit<Problem, "column" | "count"> {
  /** Where rows that cannot be read may be left out: how many of how many those are. */
  readonly tally?: { readonly rows: number; readonly bad: number };
}

export interface ImportReport {
  readonly format: string;
  readonly files: readonly FileReport[];
  readonly columns: readonly ColumnReport[];
  readonly order: Order | null;
  readonly equal_times: number | null;
  readonly raw: { readonly users: number; readonly items: number; readonly interactions: number } | null;
  readonly repairs: readonly Repair[];
  readonly problems: readonly Problem[];
  readonly refused: Refusal | null;
}

/** The beginning of a file. */
export interface Sample {
  readonly file: string;
  readonly is_table: boolean;
  readonly has_header: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Different cells of each column among the rows that were looked at. */
  readonly different: readonly number[];
  readonly looked_at: number;
}

export interface ImportAnswer {
  readonly report: ImportReport;
  readonly seen: {
    readonly samples: readonly Sample[];
    /** Kinds of events and their rows. */
    readonly events: readonly (readonly [string, number])[];
    /** The first and the last second, since 1970. */
    readonly seconds: readonly [number, number] | null;
  };
}

export type ImportOperations = {
  read: { args: { files: readonly File[]; choices: Choices }; result: ImportAnswer };
  /** What was read last, for an engine; null where it was refused. */
  handOver: { args: null; result: Uint8Array | null };
};

export type ImportEvent = LifeEvent | { readonly event: "reading"; readonly file: string; readonly bytes: number };
