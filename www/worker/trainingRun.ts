// One run: asks the engine for a few steps at a time and tells what came of it. Pausing is not asking.
import type { EarlyStop, Lab, RunStart, StepReport, TrainingConfig } from "../engine.ts";
import type { RunEvent, RunPhase } from "./protocol";
import { StepPacer, StepRate } from "./stepPacer";

export type TrainingLab = Pick<Lab, "train_steps" | "evaluate" | "snapshot" | "device"> & {
  early_stop(): Pick<EarlyStop, "record">;
};

export interface RunSurroundings {
  tell(event: RunEvent): void;
  now(): number;
  /** Lets messages in between two asks. */
  yieldToMessages(): Promise<void>;
}

export interface RunSettings {
  runId: number;
  start: RunStart;
  training: Pick<TrainingConfig, "epochs" | "eval_every" | "eval_sessions">;
}

type Wish = "pause" | "step" | "play" | "stop";
type Finish = "epochs" | "no_gain" | "stopped";

/** At most ten step events a second. */
const TELL_EVERY_MS = 100;
/** The visitor's session follows the training at least this often. */
const SNAPSHOT_EVERY_MS = 2000;

export class TrainingRun {
  readonly #lab: TrainingLab;
  readonly #around: RunSurroundings;
  readonly #settings: RunSettings;
  readonly #pacer = new StepPacer();
  readonly #rate = new StepRate();
  readonly #earlyStop: Pick<EarlyStop, "record">;
  #wish: Wish = "pause";
  #wake: () => void = () => undefined;
  #settled: (() => void)[] = [];
  #phase: RunPhase = "starting";
  #untold: StepReport[] = [];
  #toldAt = Number.NEGATIVE_INFINITY;
  #runningMs = 0;
  #snapshotAtMs = 0;
  #snapshotStep = 0;
  #step = 0;
  #epoch = 0;
  #stepsOfEpoch = 0;
  /** Steps of every epoch of the present stage, as far as is known. */
  #stepsPerEpoch: number | null;
  /** The answer was as long as asked for, in an epoch of unknown length: one step more shows whether it was the last. */
  #mayHaveEnded = false;
  /** The last epoch that was evaluated. */
  #evaluated = 0;
  #isOver = false;
  #ended = false;

  constructor(lab: TrainingLab, settings: RunSettings, around: RunSurroundings) {
    this.#lab = lab;
    this.#settings = settings;
    this.#around = around;
    this.#stepsPerEpoch = settings.start.steps_per_epoch;
    this.#earlyStop = lab.early_stop();
  }

  play(): void {
    this.#want("play");
  }

  step(): void {
    this.#want("step");
  }

  /** Resolves when no step is under way any more. */
  pause(): Promise<void> {
    return this.#wantAndWait("pause");
  }

  stop(): Promise<void> {
    return this.#wantAndWait("stop");
  }

  /** Drives the run to its end. Rejects when the engine refuses, for example because the loss is no number any more. */
  async drive(): Promise<void> {
    try {
      const reason = await this.#loop();
      this.#flush();
      if (this.#step !== this.#snapshotStep) await this.#snapshot(false);
      this.#enter(reason === "stopped" ? "stopped" : "finished");
      const epoch = reason === "no_gain" ? this.#evaluated : this.#epoch;
      this.#tell({ type: "finished", reason, epoch, step: this.#step });
    } finally {
      this.#ended = true;
      this.#settle();
    }
  }

  async #loop(): Promise<Finish> {
    for (;;) {
      await this.#around.yieldToMessages();
      if (this.#wish === "stop") return "stopped";
      if (this.#wish === "pause") {
        await this.#rest();
        continue;
      }
      const once = this.#wish === "step";
      const ended = await this.#advance(once || this.#mayHaveEnded ? 1 : this.#pacer.steps);
      if (ended !== null && this.#isDue(ended) && (await this.#evaluate(ended))) return "no_gain";
      if (this.#isOver) return "epochs";
      if (once || this.#runningMs - this.#snapshotAtMs >= SNAPSHOT_EVERY_MS) await this.#snapshot(false);
      // A wish that came during the step outranks the end of a single step.
      if (once && this.#wish === "step") this.#wish = "pause";
    }
  }

  /** Takes steps. The epoch that came to its end with them, or null. */
  async #advance(steps: number): Promise<number | null> {
    const first = this.#step === 0;
    this.#enter(first && this.#lab.device().kind === "webgpu" ? "compiling" : "running");
    const { value: reports, ms } = await this.#measure(() => this.#lab.train_steps(steps));
    const before = this.#epoch;
    const last = reports.at(-1);
    if (!last) {
      this.#isOver = true;
      return before;
    }
    this.#step = last.step;
    this.#epoch = last.epoch;
    if (last.epoch > before) this.#leave(before);
    this.#stepsOfEpoch += reports.length;
    this.#untold.push(...reports);
    if (first) {
      this.#tell({ type: "first_step", ms });
      this.#enter("running");
    } else {
      this.#pacer.record(reports.length, ms);
      this.#rate.record(reports.length, ms);
    }
    if (this.#around.now() - this.#toldAt >= TELL_EVERY_MS) this.#flush();
    // The engine stops at the end of an epoch, so a short answer is one. With every-position training an epoch can also be
    // a step shorter than the first was; then its end shows in the number of the next.
    if (last.epoch > before && this.#isDue(before)) return before;
    this.#mayHaveEnded = this.#stepsPerEpoch === null && steps > 1 && reports.length === steps;
    const isFull = this.#stepsPerEpoch !== null && this.#stepsOfEpoch >= this.#stepsPerEpoch;
    return reports.length < steps || isFull ? last.epoch : null;
  }

  /** The first epoch of training has a length of its own, which is known when it is over. */
  #leave(epoch: number): void {
    const { pretraining_epochs } = this.#settings.start;
    if (pretraining_epochs > 0 && epoch === pretraining_epochs) this.#stepsPerEpoch = null;
    else if (epoch > 0) this.#stepsPerEpoch ??= this.#stepsOfEpoch;
    this.#stepsOfEpoch = 0;
  }

  /** Pre-training has nothing to rank yet: evaluations, and with them early stopping, begin with the second stage. */
  #isDue(epoch: number): boolean {
    const { eval_every, epochs } = this.#settings.training;
    const trained = epoch - this.#settings.start.pretraining_epochs;
    return trained > 0 && epoch > this.#evaluated && (trained % eval_every === 0 || trained === epochs);
  }

  /** True when the run should end for want of a gain. */
  async #evaluate(epoch: number): Promise<boolean> {
    this.#flush();
    this.#enter("evaluating");
    const { value: metrics } = await this.#measure(() =>
      this.#lab.evaluate("valid", this.#settings.training.eval_sessions),
    );
    this.#evaluated = epoch;
    this.#tell({ type: "metrics", epoch, step: this.#step, metrics });
    const { k, recall, ndcg, mrr } = metrics.kept;
    const { best, stop } = this.#earlyStop.record(k, recall, ndcg, mrr);
    await this.#snapshot(best, epoch);
    return stop;
  }

  /** After an evaluation `epoch` is the one that was ranked: the first step of the next may have been needed to see its end. */
  async #snapshot(best: boolean, epoch = this.#epoch): Promise<void> {
    const { value: bytes } = await this.#measure(() => this.#lab.snapshot());
    this.#snapshotAtMs = this.#runningMs;
    this.#snapshotStep = this.#step;
    this.#tell({ type: "snapshot", epoch, step: this.#step, best, bytes });
  }

  async #rest(): Promise<void> {
    this.#flush();
    this.#enter("paused");
    this.#settle();
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  async #measure<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
    const start = this.#around.now();
    const value = await work();
    const ms = this.#around.now() - start;
    this.#runningMs += ms;
    return { value, ms };
  }

  #want(wish: Wish): void {
    if (this.#wish === "stop") return;
    this.#wish = wish;
    this.#wake();
  }

  #wantAndWait(wish: Wish): Promise<void> {
    this.#want(wish);
    if (this.#ended || (wish === "pause" && this.#phase === "paused")) return Promise.resolve();
    return new Promise((resolve) => this.#settled.push(resolve));
  }

  #settle(): void {
    for (const resolve of this.#settled.splice(0)) resolve();
  }

  #flush(): void {
    if (this.#untold.length === 0) return;
    this.#toldAt = this.#around.now();
    this.#tell({
      type: "steps",
      reports: this.#untold.splice(0),
      stepsPerSecond: this.#rate.perSecond,
      elapsedMs: this.#runningMs,
    });
  }

  #enter(phase: RunPhase): void {
    if (this.#phase === phase) return;
    this.#phase = phase;
    this.#tell({ type: "phase", phase });
  }

  #tell(event: WithoutRun<RunEvent>): void {
    this.#around.tell({ ...event, runId: this.#settings.runId });
  }
}

type WithoutRun<Event> = Event extends RunEvent ? Omit<Event, "runId"> : never;
