// An engine for tests: every operation is answered by a function of the test, when the test wants it to be.
import type { Catalogue, DatasetSummary } from "../engine.ts";
import type { DataSource, EngineClient, EngineOperations, WorkerFailure } from "../worker/client";

type Operation = keyof EngineOperations;

/** A question that waits for the test's answer. */
export interface Waiting<Op extends Operation = Operation> {
  readonly op: Op;
  readonly args: EngineOperations[Op]["args"];
  readonly signal: AbortSignal | undefined;
  answer(result: unknown): void;
  fail(cause: Error): void;
}

/** What is answered at once; a function gets what was asked. Everything else waits in `asked`. */
export type Ready = { readonly [Op in Operation]?: (args: EngineOperations[Op]["args"]) => unknown };

export function fakeEngine(ready: Ready = {}) {
  const asked: Waiting[] = [];
  const held = new Set<Operation>();
  const listeners: ((failure: WorkerFailure, restarted: boolean) => void)[] = [];
  const client = {
    ready: Promise.resolve({ kind: "cpu", name: "CPU", detail: "" }),
    onProgress: () => undefined,
    onCrash: (listener: (failure: WorkerFailure, restarted: boolean) => void) => listeners.push(listener),
    ask: (op: Operation, args: never, signal?: AbortSignal) => {
      const now = (held.has(op) ? undefined : ready[op]) as ((given: never) => unknown) | undefined;
      if (now) return Promise.resolve().then(() => now(args));
      return new Promise((answer, fail) => asked.push({ op, args, signal, answer, fail }));
    },
  } as unknown as EngineClient;
  return {
    client,
    asked,
    /** Questions of one kind that nobody has called off. */
    open: <Op extends Operation>(op: Op) =>
      asked.filter((one): one is Waiting<Op> => one.op === op && one.signal?.aborted !== true),
    /** From now on this is answered when the test wants it to be, too. */
    hold: (op: Operation) => held.add(op),
    crash: (failure: WorkerFailure, restarted = true) => {
      for (const listener of listeners) listener(failure, restarted);
    },
  };
}

/** Lets every promise that can go on go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

/** The page's state with data that is open, for tests of what hangs on it. Import it after `vi.resetModules`. */
export async function fakePage() {
  const engine = await import("./engine");
  const opened = await import("./opened");
  /** Nothing is asked about it: only that it is open counts. */
  const open = (source: DataSource, attributes: readonly string[] = []) => {
    const named = attributes.map((name) => ({ name }));
    opened.openData.value = {
      key: source.kind === "files" ? { kind: "own", id: 1 } : { kind: "shop", config: source.config },
      source,
      summary: { attributes: named } as unknown as DatasetSummary,
      catalogue: { attributes: named, items: [] } as unknown as Catalogue,
      examples: [],
    };
  };
  return { ...engine, ...opened, open };
}
