// How far a run has come: which step of which epoch, where epochs end, which of them were evaluated. What is written down with a run.
import type { RankMetrics, RunStart, StepReport, TrainingConfig } from "../engine.ts";
import type { RunPlace } from "./protocol";

export class RunPosition {
  readonly #start: RunStart;
  readonly #training: Pick<TrainingConfig, "epochs" | "eval_every">;
  #step = 0;
  #epoch = 0;
  #stepsOfEpoch = 0;
  /** Steps of every epoch of the present stage, as far as is known. */
  #stepsPerEpoch: number | null;
  #mayHaveEnded = false;
  #evaluated = 0;
  readonly #reached: RunPlace["reached"] = [];

  constructor(start: RunStart, training: Pick<TrainingConfig, "epochs" | "eval_every">, from: RunPlace | null) {
    this.#start = start;
    this.#training = training;
    this.#stepsPerEpoch = start.steps_per_epoch;
    if (!from) return;
    this.#step = from.step;
    this.#epoch = from.epoch;
    this.#stepsOfEpoch = from.stepsOfEpoch;
    this.#stepsPerEpoch = from.stepsPerEpoch;
    this.#mayHaveEnded = from.mayHaveEnded;
    this.#evaluated = from.evaluated;
    this.#reached.push(...from.reached);
  }

  get step(): number {
    return this.#step;
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The last epoch that was evaluated. */
  get evaluated(): number {
    return this.#evaluated;
  }

  /** The answer was as long as asked for, in an epoch of unknown length: one step more shows whether it was the last. */
  get mayHaveEnded(): boolean {
    return this.#mayHaveEnded;
  }

  /** Steps were taken, of `asked`. The epoch that came to its end with them, or null. */
  took(reports: readonly StepReport[], asked: number): number | null {
    const before = this.#epoch;
    const last = reports.at(-1);
    if (!last) return before;
    this.#step = last.step;
    this.#epoch = last.epoch;
    if (last.epoch > before) this.#leave(before);
    this.#stepsOfEpoch += reports.length;
    // The engine stops at the end of an epoch, so a short answer is one. With every-position training an epoch can also be
    // a step shorter than the first was; then its end shows in the number of the next.
    if (last.epoch > before && this.isDue(before)) return before;
    this.#mayHaveEnded = this.#stepsPerEpoch === null && asked > 1 && reports.length === asked;
    const isFull = this.#stepsPerEpoch !== null && this.#stepsOfEpoch >= this.#stepsPerEpoch;
    return reports.length < asked || isFull ? last.epoch : null;
  }

  /** The first epoch of training has a length of its own, which is known when it is over. */
  #leave(epoch: number): void {
    const { pretraining_epochs } = this.#start;
    if (pretraining_epochs > 0 && epoch === pretraining_epochs) this.#stepsPerEpoch = null;
    else if (epoch > 0) this.#stepsPerEpoch ??= this.#stepsOfEpoch;
    this.#stepsOfEpoch = 0;
  }

  /** Pre-training has nothing to rank yet: evaluations, and with them early stopping, begin with the second stage. */
  isDue(epoch: number): boolean {
    const { eval_every, epochs } = this.#training;
    const trained = epoch - this.#start.pretraining_epochs;
    return trained > 0 && epoch > this.#evaluated && (trained % eval_every === 0 || trained === epochs);
  }

  /** An epoch was evaluated. */
  ranked(epoch: number, { k, recall, ndcg, mrr }: RankMetrics): void {
    this.#evaluated = epoch;
    this.#reached.push({ k, recall, ndcg, mrr });
  }

  /** It, to be written down. */
  place(runningMs: number): RunPlace {
    return {
      step: this.#step,
      epoch: this.#epoch,
      stepsOfEpoch: this.#stepsOfEpoch,
      stepsPerEpoch: this.#stepsPerEpoch,
      mayHaveEnded: this.#mayHaveEnded,
      evaluated: this.#evaluated,
      reached: [...this.#reached],
      runningMs,
    };
  }
}
