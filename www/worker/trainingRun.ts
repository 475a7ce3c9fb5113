// One run: asks the engine for a few steps at a time and tells what came of it. Pausing is not asking.
import type { EarlyStop, Lab, RunStart, StepReport, TrainingConfig } from "../engine.ts";
import type { Finish, RunEvent, RunPhase, RunPlace } from "./protocol";
import { RunPosition } from "./runPosition";
import { StepPacer, StepRate } from "./stepPacer";

export type TrainingLab = Pick<Lab, "train_steps" | "evaluate" | "snapshot" | "save_run" | "device"> & {
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
  /** Where it was when it was written down; null: it begins. */
  from: RunPlace | null;
  /** It is written down as it goes. */
  isKept: boolean;
  /** It ends after so much running time; null: it has as long as it takes. */
  limitMs: number | null;
}

type Wish = "pause" | "step" | "play" | "stop";

/** At most ten step events a second. */
const TELL_EVERY_MS = 100;
/** The visitor's session follows the training at least this often. */
const SNAPSHOT_EVERY_MS = 2000;
/** What a reload, a crash or a closed lid costs at most. */
const CHECKPOINT_EVERY_MS = 5000;

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
  readonly #at: RunPosition;
  /** This worker has taken a step: its first one may have to compile what all others use. */
  #hasStepped = false;
  #checkpointAtMs = 0;
  #checkpointStep = 0;
  #keeps = false;
  #isOver = false;
  #ended = false;

  constructor(lab: TrainingLab, settings: RunSettings, around: RunSurroundings) {
    this.#lab = lab;
    this.#settings = settings;
    this.#around = around;
    this.#earlyStop = lab.early_stop();
    const { start, training, from } = settings;
    this.#at = new RunPosition(start, training, from);
    if (!from) return;
    // As if it had never stopped: the rule that ends a run has seen what it saw.
    this.#checkpointStep = from.step;
    this.#runningMs = this.#snapshotAtMs = this.#checkpointAtMs = from.runningMs;
    for (const { k, recall, ndcg, mrr } of from.reached) this.#earlyStop.record(k, recall, ndcg, mrr);
  }

  play(): void {
    this.#want("play");
  }

  step(): void {
    this.#want("step");
  }

  /** Writes the run down as soon as no step is under way. */
  keep(): void {
    this.#keeps = true;
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
      if (this.#at.step !== this.#snapshotStep) await this.#snapshot(false);
      this.#enter(reason === "stopped" ? "stopped" : "finished");
      const epoch = reason === "no_gain" ? this.#at.evaluated : this.#at.epoch;
      this.#tell({ type: "finished", reason, epoch, step: this.#at.step });
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
      const ended = await this.#advance(once || this.#at.mayHaveEnded ? 1 : this.#pacer.steps);
      if (ended !== null && this.#at.isDue(ended) && (await this.#evaluate(ended))) return "no_gain";
      if (this.#isOver) return "epochs";
      if (this.#runningMs >= (this.#settings.limitMs ?? Number.POSITIVE_INFINITY)) return "time";
      if (once || this.#runningMs - this.#snapshotAtMs >= SNAPSHOT_EVERY_MS) await this.#snapshot(false);
      if (this.#keeps || this.#runningMs - this.#checkpointAtMs >= CHECKPOINT_EVERY_MS) await this.#checkpoint();
      // A wish that came during the step outranks the end of a single step.
      if (once && this.#wish === "step") this.#wish = "pause";
    }
  }

  /** Takes steps. The epoch that came to its end with them, or null. */
  async #advance(steps: number): Promise<number | null> {
    const first = !this.#hasStepped;
    this.#hasStepped = true;
    this.#enter(first && this.#lab.device().kind === "webgpu" ? "compiling" : "running");
    const { value: reports, ms } = await this.#measure(() => this.#lab.train_steps(steps));
    const ended = this.#at.took(reports, steps);
    if (reports.length === 0) {
      this.#isOver = true;
      return ended;
    }
    this.#untold.push(...reports);
    if (first) {
      this.#tell({ type: "first_step", ms });
      this.#enter("running");
    } else {
      this.#pacer.record(reports.length, ms);
      this.#rate.record(reports.length, ms);
    }
    if (this.#around.now() - this.#toldAt >= TELL_EVERY_MS) this.#flush();
    return ended;
  }

  /** True when the run should end for want of a gain. */
  async #evaluate(epoch: number): Promise<boolean> {
    this.#flush();
    this.#enter("evaluating");
    const { value: metrics } = await this.#measure(() =>
      this.#lab.evaluate("valid", this.#settings.training.eval_sessions),
    );
    this.#at.ranked(epoch, metrics.kept);
    this.#tell({ type: "metrics", epoch, step: this.#at.step, metrics });
    const { k, recall, ndcg, mrr } = metrics.kept;
    const { best, stop } = this.#earlyStop.record(k, recall, ndcg, mrr);
    await this.#snapshot(best, epoch);
    return stop;
  }

  /** After an evaluation `epoch` is the one that was ranked: the first step of the next may have been needed to see its end. */
  async #snapshot(best: boolean, epoch = this.#at.epoch): Promise<void> {
    const { value: bytes } = await this.#measure(() => this.#lab.snapshot());
    this.#snapshotAtMs = this.#runningMs;
    this.#snapshotStep = this.#at.step;
    this.#tell({ type: "snapshot", epoch, step: this.#at.step, best, bytes });
  }

  async #checkpoint(): Promise<void> {
    this.#keeps = false;
    if (!this.#settings.isKept || this.#at.step === this.#checkpointStep) return;
    this.#flush();
    const { value: bytes } = await this.#measure(() => this.#lab.save_run());
    this.#checkpointAtMs = this.#runningMs;
    this.#checkpointStep = this.#at.step;
    this.#tell({ type: "checkpoint", bytes, place: this.#at.place(this.#runningMs) });
  }

  async #rest(): Promise<void> {
    this.#flush();
    await this.#checkpoint();
    // What was wished for meanwhile counts.
    if (this.#wish !== "pause") return;
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
