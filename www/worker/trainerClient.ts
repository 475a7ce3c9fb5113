// The page's view of the trainer worker: steer one run, hear what it tells. The worker may die at any time.
import type { DeviceInfo, Metrics, RunConfig, RunStart, Split } from "../engine.ts";
import { asFailure, crashed, type WorkerFailure } from "./failure";
import type { OnProgress } from "./fetchFile";
import type { Backend, Beginning, DataSource, Opened, RunEvent, TrainerOperations, TrainerWireEvent } from "./protocol";
import type { Timing } from "./timeSteps";
import { type WorkerLike, WorkerLink } from "./workerLink";

export type TrainerEvent =
  | RunEvent
  /** Whoever listens has heard every snapshot: none is kept here. */
  | { type: "crashed"; runId: number | null; device: DeviceInfo["kind"]; failure: WorkerFailure };

export interface TrainerClient {
  /** Starts the worker if needed, finds the device, opens the data. */
  open(source: DataSource, backend: Backend): Promise<Opened>;
  /**
   * Opens the data and, where that is on a GPU, compiles what a run with these settings needs. A worker that dies of it is not told
   * as a crash: the promise rejects, and the next `open` starts another worker.
   */
  warmUp(source: DataSource, backend: Backend, config: RunConfig): Promise<Opened>;
  /** Ends a warm-up that is under way, with its worker. */
  endWarmUp(): void;
  /** Prepares a run and leaves it paused. */
  start(beginning: Beginning): Promise<{ runId: number; start: RunStart }>;
  play(): void;
  /** Resolves when no step is under way any more. */
  pause(): Promise<void>;
  /** One step, then paused. */
  step(): void;
  /** Has a run under way written down at once: it is told as a `checkpoint`. */
  keep(): void;
  /** Ranks sessions of a split (0: all) with weights of a run that is over. */
  judge(config: RunConfig, weights: Uint8Array, split: Split, sessions: number): Promise<Metrics>;
  /** Times steps with these settings, and the ranking of at most so many validation sessions, on the data that is open. */
  time(config: RunConfig, sessions: number): Promise<Timing>;
  /** Asks first; ends the worker if that takes longer than two seconds. */
  stop(): Promise<void>;
  on(listener: (event: TrainerEvent) => void): () => void;
  /** Bytes of the GPU's engine received, while it comes; the total is null where the host does not tell it. */
  onProgress(listener: OnProgress): () => void;
  dispose(): void;
}

type Link = WorkerLink<TrainerOperations, TrainerWireEvent>;

const STOP_WITHIN_MS = 2000;

export class TrainerConnection implements TrainerClient {
  readonly #spawn: () => WorkerLike;
  readonly #compiled: () => Promise<WebAssembly.Module>;
  readonly #listeners = new Set<(event: TrainerEvent) => void>();
  readonly #progress = new Set<OnProgress>();
  #link: Link | null = null;
  #wanted: { source: DataSource; backend: Backend } | null = null;
  #gpuDidNotLoad = false;
  #device: DeviceInfo["kind"] = "cpu";
  #opening = 0;
  #runId = 0;
  #running = false;
  #reached = { epoch: 0, step: 0 };

  /** `compiled` gives the CPU build's code. */
  constructor(spawn: () => WorkerLike, compiled: () => Promise<WebAssembly.Module>) {
    this.#spawn = spawn;
    this.#compiled = compiled;
  }

  open(source: DataSource, backend: Backend): Promise<Opened> {
    return this.#opened(source, backend, () => this.#openOn(source, backend));
  }

  warmUp(source: DataSource, backend: Backend, config: RunConfig): Promise<Opened> {
    return this.#opened(source, backend, async () => {
      const link = this.#connected();
      return link.call("warmUp", { source, backend, compiled: await this.#compiled(), config });
    });
  }

  endWarmUp(): void {
    this.#end("The warm-up was called off.");
  }

  async #opened(source: DataSource, backend: Backend, work: () => Promise<Opened>): Promise<Opened> {
    // A worker keeps what it could not load as failed for good; another one fetches it again.
    if (this.#gpuDidNotLoad && backend !== "cpu") this.#end("The GPU's engine is tried again.");
    this.#wanted = { source, backend };
    this.#running = false;
    this.#opening += 1;
    try {
      const opened = await work();
      this.#device = opened.device.kind;
      const verdict = opened.gpu.usable ? "usable" : opened.gpu.code;
      if (verdict !== "not_tried") this.#gpuDidNotLoad = verdict === "load_failed";
      return opened;
    } finally {
      this.#opening -= 1;
    }
  }

  async start(beginning: Beginning): Promise<{ runId: number; start: RunStart }> {
    if (!this.#link && this.#wanted) await this.open(this.#wanted.source, this.#wanted.backend);
    this.#runId += 1;
    const runId = this.#runId;
    this.#running = true;
    const { epoch = 0, step = 0 } = beginning.checkpoint?.place ?? {};
    this.#reached = { epoch, step };
    const start = await this.#connected().call("start", { runId, ...beginning });
    return { runId, start };
  }

  async judge(config: RunConfig, weights: Uint8Array, split: Split, sessions: number): Promise<Metrics> {
    if (!this.#link && this.#wanted) await this.open(this.#wanted.source, this.#wanted.backend);
    return this.#connected().call("judge", { config, weights, split, sessions });
  }

  time(config: RunConfig, sessions: number): Promise<Timing> {
    return this.#connected().call("time", { config, sessions });
  }

  play(): void {
    this.#send("play");
  }

  step(): void {
    this.#send("step");
  }

  keep(): void {
    this.#send("keep");
  }

  /** A worker that died has paused too; its crash is told as an event. */
  async pause(): Promise<void> {
    await this.#link?.call("pause", null).catch(() => undefined);
  }

  async stop(): Promise<void> {
    const link = this.#link;
    if (!link || !this.#running) return;
    const asked = link.call("stop", null).then(
      () => true,
      () => true,
    );
    const inTime = await Promise.race([asked, after(STOP_WITHIN_MS)]);
    if (inTime || this.#link !== link) return;
    link.terminate(crashed("The trainer did not stop in time and was ended."));
    this.#link = null;
    this.#running = false;
    const runId = this.#runId;
    this.#tell({ type: "phase", runId, phase: "stopped" });
    this.#tell({ type: "finished", runId, reason: "stopped", ...this.#reached });
  }

  on(listener: (event: TrainerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onProgress(listener: OnProgress): () => void {
    this.#progress.add(listener);
    return () => this.#progress.delete(listener);
  }

  dispose(): void {
    this.#listeners.clear();
    this.#progress.clear();
    this.#end("The trainer was closed.");
  }

  #end(why: string): void {
    this.#link?.terminate(crashed(why));
    this.#link = null;
  }

  /** A GPU build that takes its worker down while it opens is a GPU that can't be used: the CPU follows. */
  async #openOn(source: DataSource, backend: Backend): Promise<Opened> {
    const link = this.#connected();
    const compiled = await this.#compiled();
    try {
      return await link.call("open", { source, backend, compiled });
    } catch (thrown) {
      if (backend === "cpu" || this.#link === link) throw thrown;
      const { device } = await this.#connected().call("open", { source, backend: "cpu", compiled });
      const { message, detail: reason } = asFailure(thrown);
      return { device, gpu: { usable: false, code: "load_failed", message, reason } };
    }
  }

  #connected(): Link {
    this.#link ??= new WorkerLink<TrainerOperations, TrainerWireEvent>(
      this.#spawn(),
      (event) => {
        if (event.event === "run") this.#onRun(event.run);
        else for (const listener of this.#progress) listener(event.received, event.total);
      },
      (failure) => this.#onDeath(failure),
    );
    return this.#link;
  }

  #send(op: "play" | "step" | "keep"): void {
    this.#link?.call(op, null).catch(() => undefined);
  }

  #onRun(event: RunEvent): void {
    if (event.runId !== this.#runId || !this.#running) return;
    const last = event.type === "steps" ? event.reports.at(-1) : undefined;
    if (last) this.#reached = { epoch: last.epoch, step: last.step };
    if (event.type === "finished") this.#running = false;
    this.#tell(event);
  }

  #onDeath(failure: WorkerFailure): void {
    this.#link = null;
    const runId = this.#running ? this.#runId : null;
    this.#running = false;
    // Whoever is opening gets the failure, or the CPU, as the answer to that.
    if (this.#opening > 0) return;
    this.#tell({ type: "crashed", runId, device: this.#device, failure });
  }

  #tell(event: TrainerEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}
