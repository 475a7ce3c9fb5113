// The page's end of public/service-worker.js: what the worker of a build is asked, and what it answers.
import { findAdapter } from "./gpuAdapter";

/** What a worker says of its build. */
export interface Keeping {
  /** The asking page is of this build. */
  readonly isOwn: boolean;
  /** The page comes from this machine. It is asked for at every visit, and needs no network. */
  readonly isLocal: boolean;
  /** The visitor wants nothing kept. */
  readonly isOff: boolean;
  /** Bytes, of those that this browser needs. */
  readonly kept: number;
  readonly of: number;
  /** Files that are still worth asking for. */
  readonly rest: number;
  /** Open windows of the page, of whichever build. */
  readonly windows: number;
}

type Question = "look" | "take" | "allow" | "forget";
interface Taken extends Keeping {
  /** Files that did not arrive, or for which there was no room. */
  readonly without: readonly string[];
}

/** Browsers end a worker that is at one thing for longer. One of before there were questions gives no answer at all. */
const PATIENCE_MS = 300_000;

let engines: Promise<string[]> | null = null;

/** Those that this browser runs: one on the CPU, and another one where there is a graphics adapter. */
function neededEngines(): Promise<string[]> {
  engines ??= findAdapter(navigator.gpu).then((finding) => {
    const chosen = document.querySelector<HTMLLinkElement>("link[data-engine][rel=preload]")?.dataset.engine;
    return [...(chosen ? [chosen] : []), ...("found" in finding ? ["webgpu"] : [])];
  });
  return engines;
}

async function asked<Answer>(worker: ServiceWorker, ask: Question, without: readonly string[]): Promise<Answer> {
  // Whatever changes in a build changes the name of its first script.
  const entry = document.querySelector<HTMLScriptElement>("script[type=module][src]")?.src;
  const question = { ask, entry, engines: await neededEngines(), without };
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The service worker does not answer.")), PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<Answer | null>) => {
      clearTimeout(timer);
      port1.close();
      if (data) resolve(data);
      else reject(new Error("The browser forbids storage."));
    };
    worker.postMessage(question, [port2]);
  });
}

export function askKeeper(worker: ServiceWorker, ask: Exclude<Question, "take">): Promise<Keeping> {
  return asked(worker, ask, []);
}

/** Has all of the worker's build kept. It ends where there is nothing more to keep, or nothing more arrives. */
export async function takeAll(worker: ServiceWorker, tell: (now: Keeping) => void = () => undefined): Promise<void> {
  let without: readonly string[] = [];
  for (;;) {
    const now = await asked<Taken>(worker, "take", without);
    tell(now);
    if (now.isOff || now.rest === 0) return;
    ({ without } = now);
  }
}

/** How long a worker may take to forget everything. */
const LEAVE_MS = 5000;

/** Has the worker forget everything, and keep nothing more. Resolves when it has, or is not to be heard. */
export function askToLeave(worker: ServiceWorker): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      port1.close();
      resolve();
    };
    const timer = setTimeout(done, LEAVE_MS);
    port1.onmessage = done;
    worker.postMessage({ ask: "leave" }, [port2]);
  });
}

/** Ends the wait of a newer build's worker. Resolves when the next window that is opened is of that build. */
export function letTakeOver(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
    });
    worker.postMessage({ ask: "takeOver" });
  });
}
