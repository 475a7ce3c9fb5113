// How long each system takes to answer the visitor's session on this machine: one model after the other, each asked several times.
import { signal } from "@preact/signals";
import type { ModelSummary } from "../../engine.ts";
import { client } from "../../state/engine";
import { catalogue, ofData } from "../../state/opened";
import type { Choice } from "../../state/shelf";
import { WorkerFailure } from "../../worker/client";

/** Answers that count, after two that warm up. */
export const ROUNDS = 9;
const WARM_UP = 2;
const SLOT = "fused-cost";

export interface Measured {
  readonly summary: ModelSummary;
  /** Milliseconds inside the engine: the middle one, and the first and the last quarter. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The session that was answered, which may no longer be the one on screen, and the times by system. */
interface Measurement {
  readonly session: readonly number[];
  readonly times: ReadonlyMap<string, Measured>;
  /** When the newest of them was measured; milliseconds since 1970. */
  readonly ended: number;
}

const NOTHING = { times: new Map<string, Measured>(), ended: 0 };

export const measured = ofData<Measurement>({ session: [], ...NOTHING });
export const progress = signal<{ readonly done: number; readonly of: number; readonly name: string } | null>(null);
export const measureFailure = signal<WorkerFailure | null>(null);

let underWay: AbortController | null = null;

export function stopMeasuring(): void {
  underWay?.abort();
  underWay = null;
  progress.value = null;
}

export async function measure(models: readonly Choice[], session: readonly number[]): Promise<void> {
  const engine = client.peek();
  const items = catalogue.peek()?.items.length ?? 0;
  if (!engine || session.length === 0) return;
  stopMeasuring();
  const mine = new AbortController();
  underWay = mine;
  measureFailure.value = null;
  // Times of two sessions are no comparison.
  if (session.join() !== measured.peek().session.join()) measured.put({ session, ...NOTHING });
  try {
    for (const [done, choice] of models.entries()) {
      progress.value = { done, of: models.length, name: choice.name };
      const bytes = await choice.weights();
      // The visitor may have stopped while the file was on its way.
      if (mine.signal.aborted) return;
      const summary = await engine.ask("loadModel", { bytes, slot: SLOT }, mine.signal);
      const times: number[] = [];
      for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        const question = { items: [...unlike(session, round, items)], model: SLOT, k: 10, exclude_seen: false };
        const { ms } = await engine.ask("predict", question, mine.signal);
        if (round >= WARM_UP) times.push(ms);
      }
      if (underWay !== mine) return;
      const before = measured.peek().times;
      const more = new Map(before).set(choice.system, { summary, ...quarters(times) });
      measured.put({ session, times: more, ended: Date.now() });
    }
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    if (underWay === mine) measureFailure.value = cause;
  } finally {
    if (underWay === mine) {
      underWay = null;
      progress.value = null;
    }
    // Whoever measures by now has put a model of its own there.
    if (underWay === null) engine.ask("dropModel", { slot: SLOT }).catch(() => undefined);
  }
}

/** The session, every second time with another first item: the engine keeps what it knows of a beginning, and would answer from that. */
export function unlike(session: readonly number[], round: number, items: number): readonly number[] {
  const [first = 1, ...rest] = session;
  if (round % 2 === 0) return session;
  return [first + 1 < items ? first + 1 : 1, ...rest];
}

export function quarters(times: readonly number[]): Pick<Measured, "median" | "least" | "most"> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { least: at(0.25), median: at(0.5), most: at(0.75) };
}
