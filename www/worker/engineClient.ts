// The page's view of the engine worker: promises. A crash costs the calls that were under way, not the visitor's data.
import type {
  Catalogue,
  DatasetSummary,
  DeviceInfo,
  ExplainRequest,
  Explanation,
  Floors,
  ModelSummary,
  Prediction,
  PredictRequest,
  RealSession,
  RunConfig,
  Split,
  System,
} from "../engine.ts";
import type { EngineModule } from "./engineModule";
import { asFailure, crashed, type WorkerFailure } from "./failure";
import type { OnProgress } from "./fetchFile";
import type { DataSource, EngineEvent, EngineOperations, Timed } from "./protocol";
import { type WorkerLike, WorkerLink } from "./workerLink";

export interface EngineClient {
  /** The engine is there. Calls may be made before; they wait for it. */
  ready: Promise<DeviceInfo>;
  /** Bytes of the engine received; the total is null when the host does not tell it. */
  onProgress(listener: OnProgress): void;
  /** The engine died. It is started again with the same data and weights, but not twice within a minute. */
  onCrash(listener: (failure: WorkerFailure) => void): void;
  open(source: DataSource): Promise<DatasetSummary>;
  catalogue(): Promise<Catalogue>;
  realSession(seed: number): Promise<RealSession>;
  floors(split: Split, sessions: number): Promise<Floors>;
  /** Every model variant that can be trained, in the order of the result table. */
  systems(): Promise<readonly System[]>;
  defaultConfig(system: string): Promise<RunConfig>;
  /** A configuration from a file; rejects with what is wrong with it. */
  readConfig(text: string): Promise<RunConfig>;
  /** Several models can answer at the same time; requests that name no slot are answered by "main". */
  loadModel(bytes: Uint8Array, slot?: string): Promise<ModelSummary>;
  dropModel(slot: string): Promise<void>;
  /** The file of the model that answers the visitor; null before there is one. */
  answeringFile(): Uint8Array | null;
  predict(request: PredictRequest): Promise<Timed<Prediction>>;
  explain(request: ExplainRequest): Promise<Timed<Explanation>>;
  dispose(): void;
}

type Link = WorkerLink<EngineOperations, EngineEvent>;

/** The slot of the model that answers the visitor. */
const MAIN = "main";
/** A second crash this soon after a restart would only repeat itself. */
const RESTART_AGAIN_AFTER_MS = 60_000;

export class EngineConnection implements EngineClient {
  readonly ready: Promise<DeviceInfo>;
  readonly #spawn: () => WorkerLike;
  readonly #module: EngineModule;
  readonly #crash: ((failure: WorkerFailure) => void)[] = [];
  #settleReady: { resolve(device: DeviceInfo): void; reject(failure: WorkerFailure): void };
  #link: Link;
  #source: DataSource | null = null;
  /** By slot, in the order of loading. */
  readonly #weights = new Map<string, Uint8Array>();
  #crashedAt = Number.NEGATIVE_INFINITY;

  /** The worker is started at once, so that it is there when the module is. */
  constructor(spawn: () => WorkerLike, module: EngineModule) {
    this.#spawn = spawn;
    this.#module = module;
    this.#settleReady = { resolve: () => undefined, reject: () => undefined };
    this.ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject };
    });
    // Whoever does not await it hears of a failure through onCrash.
    this.ready.catch(() => undefined);
    this.#link = this.#connect();
  }

  onProgress(listener: OnProgress): void {
    this.#module.onProgress(listener);
  }

  onCrash(listener: (failure: WorkerFailure) => void): void {
    this.#crash.push(listener);
  }

  async open(source: DataSource): Promise<DatasetSummary> {
    const summary = await this.#link.call("open", source);
    this.#source = source;
    this.#weights.clear();
    return summary;
  }

  catalogue(): Promise<Catalogue> {
    return this.#link.call("catalogue", null);
  }

  realSession(seed: number): Promise<RealSession> {
    return this.#link.call("realSession", { seed });
  }

  floors(split: Split, sessions: number): Promise<Floors> {
    return this.#link.call("floors", { split, sessions });
  }

  systems(): Promise<readonly System[]> {
    return this.#link.call("systems", null);
  }

  defaultConfig(system: string): Promise<RunConfig> {
    return this.#link.call("defaultConfig", { system });
  }

  readConfig(text: string): Promise<RunConfig> {
    return this.#link.call("readConfig", { text });
  }

  answeringFile(): Uint8Array | null {
    return this.#weights.get(MAIN) ?? null;
  }

  async loadModel(bytes: Uint8Array, slot = MAIN): Promise<ModelSummary> {
    const kept = bytes.slice();
    const of = this.#source;
    const summary = await this.#link.call("loadModel", { bytes: kept, slot });
    if (this.#source === of) this.#weights.set(slot, kept);
    return summary;
  }

  async dropModel(slot: string): Promise<void> {
    this.#weights.delete(slot);
    await this.#link.call("dropModel", { slot });
  }

  predict(request: PredictRequest): Promise<Timed<Prediction>> {
    return this.#link.call("predict", request);
  }

  explain(request: ExplainRequest): Promise<Timed<Explanation>> {
    return this.#link.call("explain", request);
  }

  dispose(): void {
    this.#link.terminate(crashed("The engine was closed."));
  }

  #connect(): Link {
    const link: Link = new WorkerLink<EngineOperations, EngineEvent>(
      this.#spawn(),
      () => undefined,
      (failure) => this.#onDeath(failure),
    );
    void this.#start(link);
    return link;
  }

  async #start(link: Link): Promise<void> {
    try {
      const compiled = await this.#module.compiled;
      // A worker that dies of it is started again, and says so by its death.
      await link.call("start", { compiled }).then(this.#settleReady.resolve, () => undefined);
    } catch (thrown) {
      // Another worker would get no further without the engine's code.
      const failure = asFailure(thrown);
      this.#settleReady.reject(failure);
      link.terminate(failure);
    }
  }

  #onDeath(failure: WorkerFailure): void {
    const now = performance.now();
    if (now - this.#crashedAt >= RESTART_AGAIN_AFTER_MS) this.#restart();
    else this.#settleReady.reject(failure);
    this.#crashedAt = now;
    for (const listener of this.#crash) listener(failure);
  }

  /** Calls are answered in order, so whatever the page asks next finds its data and weights again. */
  #restart(): void {
    this.#link = this.#connect();
    if (this.#source) this.#link.call("open", this.#source).catch(() => undefined);
    for (const [slot, bytes] of this.#weights) this.#link.call("loadModel", { bytes, slot }).catch(() => undefined);
  }
}
