// The CPU engine's code: fetched and compiled once for the page, by the page, so that index.html can ask for it before any
// script runs. Both workers are handed the compiled module; a worker that is started again fetches nothing.
import type { Get, OnProgress } from "./fetchFile";
import { compileWhileFetching } from "./loadWasm";

export interface EngineModule {
  readonly compiled: Promise<WebAssembly.Module>;
  onProgress(listener: OnProgress): void;
}

export function fetchModule(url: string, get?: Get): EngineModule {
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

/**
 * One copy for everybody who asks. A fetch that failed is not kept: the next to ask has the file fetched `again`, past what the
 * browser may have kept of the wrong answer.
 */
export function oneCopy(fetchIt: (again: boolean) => EngineModule): () => EngineModule {
  let copy: EngineModule | null = null;
  let again = false;
  return () => {
    if (copy) return copy;
    const coming = fetchIt(again);
    copy = coming;
    coming.compiled.catch(() => {
      copy = null;
      again = true;
    });
    return coming;
  };
}

/** One copy of the code at an address. */
export function oneModule(address: () => string): () => EngineModule {
  return oneCopy((again) => fetchModule(address(), again ? (url) => fetch(url, { cache: "reload" }) : undefined));
}
