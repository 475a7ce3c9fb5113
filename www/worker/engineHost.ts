// The engine worker without the worker: the questions it answers, over an engine that may still be loading.
import type { Lab } from "../engine.ts";
import { deferred } from "./deferred";
import { BACKGROUND, handlers } from "./engineHandlers";
import type { Port } from "./port";
import type { EngineOperations, EngineProtocol } from "./protocol";
import { type Handlers, serve } from "./rpc";
import { buffersOf } from "./transfer";

export interface CrashRules {
  isFatal(thrown: unknown): boolean;
  onFatal(thrown: unknown): void;
}

/** `openLab` makes an engine of the code that the page hands over. Questions that come before wait for it. */
export function hostEngine(
  port: Port,
  openLab: (compiled: WebAssembly.Module) => Promise<Lab>,
  crash: CrashRules,
): void {
  const lab = deferred<Lab>();
  // Without an engine there is nothing to wait for.
  lab.promise.catch(crash.onFatal);
  const start: Handlers<EngineProtocol>["start"] = async ({ compiled }) => {
    openLab(compiled).then(lab.resolve, lab.reject);
    return (await lab.promise).device();
  };
  serve<EngineProtocol>(
    port,
    { ...overLab(lab.promise), start },
    { background: BACKGROUND, immediate: ["start"], transfer: buffersOf, ...crash },
  );
}

/** The handlers, each of which waits for the engine. */
function overLab(lab: Promise<Lab>): Handlers<EngineOperations> {
  const waiting = Object.entries(handlers).map(([op, answer]) => [
    op,
    async (args: never) => (answer as unknown as (lab: Lab, args: never) => unknown)(await lab, args),
  ]);
  return Object.fromEntries(waiting);
}
