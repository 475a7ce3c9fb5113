// The losses of a run by step, as columns: a chart reads one at a time. Terms are kept unweighted, as they are told; those of
// pre-training are sums over a batch, kept for one sequence, so that a smaller last batch makes no dent.
import type { StepReport } from "../engine.ts";
import { Columns } from "./columns";

const STEP = "step";
const TOTAL = "total";
const ITEM = "item";
/** Columns of attributes by their place, of further terms by their name. */
const attributeColumn = (index: number) => `attribute ${index}`;
const EXTRA = "extra ";

/** Losses as a store keeps them. */
export interface KeptLosses {
  readonly columns: Readonly<Record<string, Float32Array>>;
  readonly attributes: number;
  readonly pretraining: number;
}

export class Losses {
  readonly #columns: Columns;
  readonly #attributes: number;
  /** How many of the steps, the first ones, were pre-training. */
  readonly pretraining: number;

  private constructor(columns: Columns, attributes: number, pretraining: number) {
    this.#columns = columns;
    this.#attributes = attributes;
    this.pretraining = pretraining;
  }

  static none(attributes: number): Losses {
    const names = Array.from({ length: attributes }, (_, index) => attributeColumn(index));
    return new Losses(Columns.empty([STEP, TOTAL, ITEM, ...names]), attributes, 0);
  }

  static from({ columns, attributes, pretraining }: KeptLosses): Losses {
    return new Losses(Columns.of(columns), attributes, pretraining);
  }

  get kept(): KeptLosses {
    return { columns: this.#columns.all, attributes: this.#attributes, pretraining: this.pretraining };
  }

  get length(): number {
    return this.#columns.length;
  }

  /** Bytes held for them. */
  get bytes(): number {
    return this.#columns.bytes;
  }

  get step(): Float32Array {
    return this.#columns.column(STEP);
  }

  get total(): Float32Array {
    return this.#columns.column(TOTAL);
  }

  get item(): Float32Array {
    return this.#columns.column(ITEM);
  }

  /** One column for each attribute. */
  get attributes(): readonly Float32Array[] {
    return Array.from({ length: this.#attributes }, (_, index) => this.#columns.column(attributeColumn(index)));
  }

  /** Terms that only some models have, by name; no number at steps without them. */
  get extra(): Readonly<Record<string, Float32Array>> {
    const names = this.#columns.names.filter((name) => name.startsWith(EXTRA));
    return Object.fromEntries(names.map((name) => [name.slice(EXTRA.length), this.#columns.column(name)]));
  }

  /** With what a trainer tells; `before`: the steps that it does not count. */
  with(reports: readonly StepReport[], before: number): Losses {
    const share = (row: number) => shareOf(reports[row]);
    const at = (read: (report: StepReport) => number | undefined) => (row: number) => {
      const report = reports[row];
      return (report && read(report)) ?? Number.NaN;
    };
    const shared = (read: (report: StepReport) => number | undefined) => {
      const value = at(read);
      return (row: number) => value(row) / share(row);
    };
    const terms = new Set(reports.flatMap(({ extra }) => extra.map(({ name }) => name)));
    const columns = this.#columns.grown(reports.length, {
      [STEP]: at(({ step }) => step + before),
      [TOTAL]: shared(({ total }) => total),
      [ITEM]: shared(({ item }) => item),
      ...Object.fromEntries(
        Array.from({ length: this.#attributes }, (_, index) => [
          attributeColumn(index),
          at(({ attributes }) => attributes[index]),
        ]),
      ),
      ...Object.fromEntries(
        [...terms].map((name) => [
          EXTRA + name,
          shared(({ extra }) => extra.find((term) => term.name === name)?.value),
        ]),
      ),
    });
    const pretraining = reports.filter(({ stage }) => stage === "pretraining").length;
    return new Losses(columns, this.#attributes, this.pretraining + pretraining);
  }

  /** Those up to a step: what came after the kept weights never happened to them. */
  upTo(step: number): Losses {
    const { step: steps } = this;
    const rows = firstWhere(steps.length, (at) => (steps[at] ?? 0) > step);
    return new Losses(this.#columns.firstRows(rows), this.#attributes, Math.min(this.pretraining, rows));
  }
}

/** The first of so many places where something holds that then holds to the end; their number where it never does. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What the terms of a step are divided by: the number of sequences that pre-training sums over. */
function shareOf(report: StepReport | undefined): number {
  return report?.stage === "pretraining" ? Math.max(1, report.targets) : 1;
}
