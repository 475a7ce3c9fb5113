// What the page wants to know of the engine, as a value that follows the state: asked again when the state changes, the last one wins,
// once more after a crash. Panels ask through `question`; what needs several answers at once uses `asking`.
import { batch, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { EngineOperations } from "../worker/client";
import { WorkerFailure } from "../worker/client";
import { client, sayAlive } from "./engine";

type Operation = keyof EngineOperations;
type Args<Op extends Operation> = EngineOperations[Op]["args"];
type Result<Op extends Operation> = EngineOperations[Op]["result"];
export type Ask = <Op extends Operation>(op: Op, args: Args<Op>) => Promise<Result<Op>>;

export interface Question<Answer> {
  /** The newest answer; it stays while the next one is awaited. Null: nothing was asked. */
  readonly value: ReadonlySignal<Answer | null>;
  readonly pending: ReadonlySignal<boolean>;
  /** Why there is no answer to what is asked now. */
  readonly failure: ReadonlySignal<WorkerFailure | null>;
  /** An answer that is known before the engine runs; null: the one that is there is none any more. */
  readonly show: (answer: Answer | null) => void;
  /** Asks the same once more. */
  readonly again: () => void;
  readonly stop: () => void;
}

export interface When<Answer> {
  /** Reads signals; nothing is asked while it is false, and what was answered stays. */
  readonly when?: () => boolean;
  /** In the same update as the new value, which is not in place yet. */
  readonly onAnswer?: (answer: Answer, before: Answer | null) => void;
}

/** How many questions the engine has been asked and has not answered. */
export const openQuestions = signal(0);

/** How often the same question may kill the engine: a second time would only be a third. */
const MOST_CRASHES = 2;

/** Follows `wanted`, which reads signals and says what to ask the engine; null: nothing, and then there is no value. */
export function asking<Answer>(
  wanted: () => ((ask: Ask) => Promise<Answer>) | null,
  { when = () => true, onAnswer = () => undefined }: When<Answer> = {},
): Question<Answer> {
  const value = signal<Answer | null>(null);
  const pending = signal(false);
  const failure = signal<WorkerFailure | null>(null);
  const asked = signal(0);
  let underWay: AbortController | null = null;

  const settle = (found: Answer | null, failed: WorkerFailure | null) =>
    batch(() => {
      pending.value = false;
      failure.value = failed;
      if (failed) return;
      if (found !== null) onAnswer(found, value.peek());
      value.value = found;
    });

  const answer = async (ask: Ask, work: (ask: Ask) => Promise<Answer>, { aborted }: { aborted: () => boolean }) => {
    for (let crashes = 0; ; ) {
      try {
        const found = await work(ask);
        if (aborted()) return;
        settle(found, null);
        sayAlive();
        return;
      } catch (cause) {
        if (aborted()) return;
        if (!(cause instanceof WorkerFailure)) throw cause;
        crashes += cause.detail.code === "crashed" ? 1 : MOST_CRASHES;
        if (crashes < MOST_CRASHES) continue;
        settle(null, cause);
        return;
      }
    }
  };

  const unfollow = effect(() => {
    asked.value;
    const [engine, work, may] = [client.value, wanted(), when()];
    underWay?.abort();
    underWay = null;
    untracked(() => {
      if (!work) settle(null, null);
      else if (!engine || !may) pending.value = true;
      else {
        const mine = new AbortController();
        underWay = mine;
        pending.value = true;
        openQuestions.value += 1;
        void answer((op, args) => engine.ask(op, args, mine.signal), work, {
          aborted: () => mine.signal.aborted,
        }).finally(() => {
          openQuestions.value -= 1;
        });
      }
    });
  });

  return {
    value,
    pending,
    failure,
    show: (known) => {
      value.value = known;
    },
    again: () => {
      asked.value += 1;
    },
    stop: () => {
      underWay?.abort();
      unfollow();
    },
  };
}

/** Follows one operation: `args` reads signals and gives what goes in; null: nothing is asked. */
export function question<Op extends Operation>(
  op: Op,
  args: () => Args<Op> | null,
  when: When<Result<Op>> = {},
): Question<Result<Op>> {
  return asking(() => {
    const given = args();
    return given === null ? null : (ask) => ask(op, given);
  }, when);
}
