// Typed request and answer over a port: numbered calls one way, answers and events the other.
import { aborted, fromWire, toWire, type WorkerFailure } from "./failure";
import type { Port } from "./port";
import type { Cancel, Operations, Reply, Request } from "./protocol";
import { copiedOnce } from "./transfer";

interface Pending {
  resolve(value: never): void;
  reject(failure: WorkerFailure): void;
}

export interface CallOptions {
  /** Calls the question off: its promise rejects at once, and the worker drops it if it has not begun. */
  signal?: AbortSignal | undefined;
  /** The worker has done it. Told also when the caller has called it off meanwhile. */
  onAnswer?(): void;
}

/** The asking end. One per worker: when the worker ends, so does the caller, with everything it still waits for. */
export class Caller<Ops extends Operations, Event> {
  readonly #port: Port;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #ended: WorkerFailure | null = null;

  constructor(port: Port, onEvent: (event: Event) => void) {
    this.#port = port;
    port.addEventListener("message", ({ data }) => {
      if (this.#ended) return;
      const message = data as Reply | Event;
      if (isReply(message)) this.#settle(message);
      else onEvent(message);
    });
  }

  /** The arguments are copied: the caller may go on using its arrays. */
  call<Op extends keyof Ops & string>(
    op: Op,
    args: Ops[Op]["args"],
    { signal, onAnswer }: CallOptions = {},
  ): Promise<Ops[Op]["result"]> {
    if (this.#ended) return Promise.reject(this.#ended);
    if (signal?.aborted) return Promise.reject(aborted());
    const id = this.#nextId++;
    const { message, transfer } = copiedOnce({ id, op, args });
    return new Promise((resolve, reject) => {
      const callOff = () => {
        this.#port.postMessage({ cancel: id } satisfies Cancel, []);
        reject(aborted());
      };
      signal?.addEventListener("abort", callOff);
      const settled = () => signal?.removeEventListener("abort", callOff);
      this.#port.postMessage(message, transfer);
      this.#pending.set(id, {
        resolve: (value) => {
          settled();
          onAnswer?.();
          resolve(value);
        },
        reject: (failure) => {
          settled();
          reject(failure);
        },
      });
    });
  }

  /** Rejects every call that waits, and every later one. */
  end(failure: WorkerFailure): void {
    if (this.#ended) return;
    this.#ended = failure;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const call of waiting) call.reject(failure);
  }

  #settle(reply: Reply): void {
    const call = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if ("ok" in reply) call?.resolve(reply.ok as never);
    else call?.reject(fromWire(reply.error));
  }
}

function isReply(message: unknown): message is Reply {
  return typeof message === "object" && message !== null && "id" in message;
}

export type Handlers<Ops extends Operations> = {
  [Op in keyof Ops]: (args: Ops[Op]["args"]) => Promise<Ops[Op]["result"]> | Ops[Op]["result"];
};

export interface ServeOptions<Ops> {
  /** Operations that wait until nothing else does: long ones that nobody is looking at. */
  background?: readonly (keyof Ops)[];
  /** Operations that may run while another is under way. */
  immediate?: readonly (keyof Ops)[];
  transfer?(result: unknown): Transferable[];
  /** Thrown by an engine that can't go on. No answer is sent: the caller hears of the crash. */
  isFatal?(thrown: unknown): boolean;
  onFatal?(thrown: unknown): void;
}

/** The answering end. Calls run one at a time, in order: the engine refuses to be entered twice. */
export function serve<Ops extends Operations>(port: Port, handlers: Handlers<Ops>, options: ServeOptions<Ops>): void {
  const queue: Request<Ops>[] = [];
  const { background = [], immediate = [] } = options;
  let busy = false;

  const answer = async ({ id, op, args }: Request<Ops>): Promise<void> => {
    try {
      const ok = await handlers[op](args as never);
      port.postMessage({ id, ok } satisfies Reply, options.transfer?.(ok) ?? []);
    } catch (thrown) {
      if (options.isFatal?.(thrown)) options.onFatal?.(thrown);
      else port.postMessage({ id, error: toWire(thrown) } satisfies Reply, []);
    }
  };

  const drain = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let request = next(); request; request = next()) {
      await answer(request);
      // Whatever the page has sent meanwhile is seen before the next choice.
      await messageTurn();
    }
    busy = false;
  };

  const next = (): Request<Ops> | undefined => {
    const urgent = queue.findIndex(({ op }) => !background.includes(op));
    return queue.splice(Math.max(urgent, 0), 1)[0];
  };

  const drop = (id: number): void => {
    const at = queue.findIndex((request) => request.id === id);
    if (at < 0) return;
    queue.splice(at, 1);
    port.postMessage({ id, error: toWire(aborted()) } satisfies Reply, []);
  };

  port.addEventListener("message", ({ data }) => {
    const request = data as Request<Ops> | Cancel;
    if ("cancel" in request) drop(request.cancel);
    else if (immediate.includes(request.op)) void answer(request);
    else {
      queue.push(request);
      void drain();
    }
  });
}

/** Resolves after the messages that are already waiting. A timer would be slowed to one a second in a hidden tab. */
export function messageTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
