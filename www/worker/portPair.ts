// For tests: both ends of a worker connection in one thread, with real structured clones and transfers between them.
import type { Port } from "./port";
import type { WorkerLike } from "./workerLink";

export interface PortPair {
  /** The page's end, to be used as a Worker. */
  worker: WorkerLike & { terminated: boolean };
  /** The worker's own end. */
  inside: Port;
  /** What a browser does when the worker's script throws. */
  fireError(message: string): void;
}

export function portPair(): PortPair {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  const onError: ((event: { message?: string }) => void)[] = [];
  const worker = {
    terminated: false,
    postMessage: (message: unknown, transfer: Transferable[]) => port1.postMessage(message, transfer),
    addEventListener(type: "message" | "error", listener: (event: { data: unknown; message?: string }) => void) {
      if (type === "message") port1.addEventListener("message", listener);
      else onError.push(listener as (event: { message?: string }) => void);
    },
    terminate() {
      this.terminated = true;
      port1.close();
      port2.close();
    },
  };
  const fireError = (message: string) => {
    for (const listener of onError) listener({ message });
  };
  return { worker, inside: port2, fireError };
}
