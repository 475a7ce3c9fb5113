// The CPU engine's code: fetched and compiled once for the page, by the page, so that index.html can ask for it before any
// script runs. Both workers are handed the compiled module; a worker that is started again fetches nothing.
import { compileWhileFetching, type OnProgress } from "./loadWasm";

export interface EngineModule {
  readonly compiled: Promise<WebAssembly.Module>;
  onProgress(listener: OnProgress): void;
}

export function fetchModule(url: string, get?: (url: string) => Promise<Response>): EngineModule {
  const listeners: OnProgress[] = [];
  const compiled = compileWhileFetching(
    url,
    (received, total) => {
      for (const listener of listeners) listener(received, total);
    },
    get,
  );
  // Whoever needs the module awaits it, perhaps later.
  compiled.catch(() => undefined);
  return { compiled, onProgress: (listener) => listeners.push(listener) };
}
