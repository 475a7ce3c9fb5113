// The page's view of the engine worker: one way to ask, and the engine's life. A crash costs the calls that were under way, not
// the visitor's data.
import type { DeviceInfo } from "../engine.ts";
import { deferred } from "./deferred";
import type { EngineModule } from "./engineModule";
import { asFailure, crashed, type WorkerFailure } from "./failure";
import type { OnProgress } from "./fetchFile";
import type { EngineEvent, EngineOperations, EngineProtocol } from "./protocol";
import { type Call, Replay } from "./replay";
import { type WorkerLike, WorkerLink } from "./workerLink";

export interface EngineClient {
  /** The engine is there. Questions may be asked before; they wait for it. After `restart`, the engine that it started. */
  readonly ready: Promise<DeviceInfo>;
  /** Bytes of the engine received; the total is null where the host does not tell it. */
  onProgress(listener: OnProgress): void;
  /**
   * The engine died. `restarted`: another one is there and has been told the data and the models of the one before. Otherwise it
   * has been given up, and every question is refused until `restart`.
   */
  onCrash(listener: (failure: WorkerFailure, restarted: boolean) => void): void;
  /**
   * Asks the engine. What a crash interrupts is refused with `crashed` and not asked again. `signal` calls the question off:
   * it is refused with `aborted` at once. Arrays in `args` are kept for a restart and must not be changed afterwards.
   */
  ask<Op extends keyof EngineOperations>(
    op: Op,
    args: EngineOperations[Op]["args"],
    signal?: AbortSignal,
  ): Promise<EngineOperations[Op]["result"]>;
  /** Tries again what was given up: fetches the engine if it never came, starts another worker. Resolves as `ready` does. */
  restart(): Promise<DeviceInfo>;
  dispose(): void;
}

type Link = WorkerLink<EngineProtocol, EngineEvent>;

/** So many workers in a row that die before they have answered anything: another would fare no better. */
const GIVE_UP_AFTER = 3;

export class EngineConnection implements EngineClient {
  readonly #spawn: () => WorkerLike;
  readonly #code: () => EngineModule;
  readonly #progress: OnProgress[] = [];
  readonly #crash: ((failure: WorkerFailure, restarted: boolean) => void)[] = [];
  readonly #replay = new Replay();
  /** The fetch whose progress is passed on. */
  #followed: EngineModule | null = null;
  #ready = deferred<DeviceInfo>();
  #link: Link;
  /** No worker is left, and none is started but by `restart`. */
  #isGivenUp = false;
  #hasAnswered = false;
  #useless = 0;
  /** The last crash whose outcome is still open. */
  #untold: WorkerFailure | null = null;

  /** The worker is started at once, so that it is there when the code is. */
  constructor(spawn: () => WorkerLike, code: () => EngineModule) {
    this.#spawn = spawn;
    this.#code = code;
    this.#link = this.#connect();
  }

  get ready(): Promise<DeviceInfo> {
    return this.#ready.promise;
  }

  onProgress(listener: OnProgress): void {
    this.#progress.push(listener);
  }

  onCrash(listener: (failure: WorkerFailure, restarted: boolean) => void): void {
    this.#crash.push(listener);
  }

  ask<Op extends keyof EngineOperations>(
    op: Op,
    args: EngineOperations[Op]["args"],
    signal?: AbortSignal,
  ): Promise<EngineOperations[Op]["result"]> {
    const onAnswer = () => {
      this.#hasAnswered = true;
      // It was told the data and the models before this question.
      this.#tell(true);
      this.#replay.note({ op, args } as Call);
    };
    return this.#link.call(op, args, { signal, onAnswer });
  }

  restart(): Promise<DeviceInfo> {
    if (this.#isGivenUp) {
      this.#isGivenUp = false;
      this.#useless = 0;
      this.#ready = deferred();
      this.#link = this.#connect();
    }
    return this.ready;
  }

  dispose(): void {
    this.#link.terminate(crashed("The engine was closed."));
  }

  #connect(): Link {
    // Whoever does not await it hears of a failure through onCrash.
    this.#ready.promise.catch(() => undefined);
    this.#hasAnswered = false;
    const link: Link = new WorkerLink<EngineProtocol, EngineEvent>(
      this.#spawn(),
      () => undefined,
      (failure) => this.#onDeath(failure),
    );
    // Calls are answered in order, so whatever the page asks next finds its data and models again.
    const told = this.#replay.questions.map(({ op, args }) => link.call(op, args).catch(() => undefined));
    void this.#start(link, told);
    return link;
  }

  async #start(link: Link, told: readonly Promise<unknown>[]): Promise<void> {
    try {
      const compiled = await this.#compiled();
      // A worker that dies of it is started again, and says so by its death.
      await link.call("start", { compiled }).then(this.#ready.resolve, () => undefined);
      await Promise.all(told);
      if (this.#link === link && !this.#isGivenUp) this.#tell(true);
    } catch (thrown) {
      // Another worker would get no further without the engine's code.
      if (this.#link === link) this.#giveUp(asFailure(thrown));
    }
  }

  async #compiled(): Promise<WebAssembly.Module> {
    const code = this.#code();
    if (code !== this.#followed) {
      code.onProgress((received, total) => {
        for (const listener of this.#progress) listener(received, total);
      });
    }
    this.#followed = code;
    return code.compiled;
  }

  #onDeath(failure: WorkerFailure): void {
    this.#untold = failure;
    this.#useless = this.#hasAnswered ? 0 : this.#useless + 1;
    if (this.#useless < GIVE_UP_AFTER) this.#link = this.#connect();
    else this.#giveUp(failure);
  }

  #giveUp(failure: WorkerFailure): void {
    this.#isGivenUp = true;
    this.#ready.reject(failure);
    this.#link.terminate(failure);
    this.#tell(false);
  }

  #tell(restarted: boolean): void {
    const failure = this.#untold;
    this.#untold = null;
    if (failure) for (const listener of this.#crash) listener(failure, restarted);
  }
}
