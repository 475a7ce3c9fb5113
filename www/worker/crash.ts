// Inside a worker. A Rust panic prints through console.error, then traps. In an asynchronous export the promise never
// settles and the trap reaches only the global error event. So: keep the last text printed, and tell the page.
import { toWire } from "./failure";
import { holdLifeline } from "./lifeline";
import type { Port } from "./port";
import type { LifeEvent } from "./protocol";

interface WorkerScope {
  addEventListener(type: "error", listener: (event: { error?: unknown; message?: string }) => void): void;
  addEventListener(type: "unhandledrejection", listener: (event: { reason: unknown }) => void): void;
  console: Pick<Console, "error">;
  navigator: { locks?: LockManager };
}

/** Tells the page that this worker lives, and why it stopped. Returns the way to report a crash that was caught. */
export function reportLife(port: Port, scope: WorkerScope = globalThis): (thrown: unknown) => void {
  let lastError: string | null = null;
  let told = false;
  const post = (event: LifeEvent) => port.postMessage(event, []);

  const print = scope.console.error.bind(scope.console);
  scope.console.error = (...parts: unknown[]) => {
    lastError = parts.map(String).join(" ");
    print(...parts);
  };
  const crash = (thrown: unknown) => {
    if (told) return;
    told = true;
    const failure = toWire(thrown);
    // An error of the engine's own says it best; a trap says "unreachable", and the panic hook said why just before.
    if (failure.detail.code === "unknown") {
      const message = lastError ?? failure.message;
      post({ event: "crashed", failure: { message, detail: { code: "crashed", message } } });
    } else {
      post({ event: "crashed", failure });
    }
  };
  scope.addEventListener("error", (event) => crash(event.error ?? event.message));
  scope.addEventListener("unhandledrejection", (event) => crash(event.reason));
  void holdLifeline(scope.navigator.locks).then((lifeline) => {
    if (lifeline) post({ event: "alive", lifeline });
  });
  return crash;
}

/** A trap of the engine: its memory can't be trusted after it. */
export function isTrap(thrown: unknown): boolean {
  return thrown instanceof WebAssembly.RuntimeError;
}
