// One worker and the page's end of it. It dies once, for whatever reason, and says so once.
import { crashed, fromWire, type WorkerFailure, workerNotArrived } from "./failure";
import { watchLifeline } from "./lifeline";
import type { Port } from "./port";
import type { LifeEvent, Operations } from "./protocol";
import { Caller, type CallOptions } from "./rpc";

/** What the page needs of a Worker. */
export interface WorkerLike extends Port {
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "error", listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

export class WorkerLink<Ops extends Operations, Event extends { event: string }> {
  readonly #worker: WorkerLike;
  readonly #caller: Caller<Ops, Event | LifeEvent>;
  readonly #onDeath: (failure: WorkerFailure) => void;
  #unwatch: () => void = () => undefined;
  #dead = false;

  constructor(
    worker: WorkerLike,
    onEvent: (event: Exclude<Event, LifeEvent>) => void,
    onDeath: (failure: WorkerFailure) => void,
  ) {
    this.#worker = worker;
    this.#onDeath = onDeath;
    this.#caller = new Caller(worker, (event) => {
      if (isLife(event)) this.#onLife(event);
      else onEvent(event as Exclude<Event, LifeEvent>);
    });
    // An error without a word comes from the browser, not from the worker's code: that code did not arrive.
    worker.addEventListener("error", ({ message }) => this.#die(message ? crashed(message) : workerNotArrived()));
  }

  call<Op extends keyof Ops & string>(
    op: Op,
    args: Ops[Op]["args"],
    options?: CallOptions,
  ): Promise<Ops[Op]["result"]> {
    return this.#caller.call(op, args, options);
  }

  /** Ends the worker on purpose: what waits is rejected, nobody is told of a death. */
  terminate(reason: WorkerFailure): void {
    this.#dead = true;
    this.#unwatch();
    this.#worker.terminate();
    this.#caller.end(reason);
  }

  #onLife(event: LifeEvent): void {
    if (event.event === "crashed") this.#die(fromWire(event.failure));
    else if (!this.#dead) {
      const gone = () => this.#die(crashed("The worker ended without a word."));
      this.#unwatch = watchLifeline(event.lifeline, gone, globalThis.navigator?.locks);
    }
  }

  #die(failure: WorkerFailure): void {
    if (this.#dead) return;
    this.terminate(failure);
    this.#onDeath(failure);
  }
}

function isLife(event: { event: string }): event is LifeEvent {
  return event.event === "alive" || event.event === "crashed";
}
