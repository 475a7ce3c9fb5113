// Goes on with a run that a reload, a crash or a closed lid has broken off: its data, its settings, its curves, then its next step.
import { batch } from "@preact/signals";
import { WorkerFailure } from "../worker/client";
import { adopt, lookForInterrupted, takeOver } from "./checkpoints";
import { current, set } from "./current";
import { setForm } from "./form";
import { interrupted } from "./holder";
import { Losses } from "./losses";
import { dropFiles, keepFiles } from "./ownData";
import { openAtWish } from "./resources";
import { startedTrainer } from "./trainer";
import { type From, refused, run, startRun } from "./training";

/** Rejects where its data cannot be opened or it cannot be started; it can then be tried again. */
export async function resumeInterrupted(): Promise<void> {
  const wanted = interrupted.peek();
  const kept = wanted && (await takeOver(wanted.id));
  // It is gone, or goes on in another tab.
  if (!wanted || !kept) return lookForInterrupted();
  const { run: old, trained, checkpoint, newest, best } = kept.run;
  const key = kept.data ? keepFiles(kept.data) : kept.run.key;
  try {
    await openAtWish(key);
  } catch (cause) {
    dropFiles(key);
    throw cause;
  }
  batch(() => {
    // On another device its numbers would be others.
    set({ device: old.device.kind === "webgpu" ? current.device.peek() : "cpu" });
    setForm(old.config);
    set({ minutes: old.limitMs ? old.limitMs / 60_000 : null });
  });
  const { loss, ...rest } = old;
  const from: From = {
    // Runs that were kept before there were time limits have none.
    run: { ...rest, limitMs: rest.limitMs ?? null, id: 0, loss: Losses.from(loss) },
    trained,
    checkpoint,
    models: { newest, best },
  };
  if (!(await startRun(old.config, from))) {
    const why = refused.peek();
    refused.put(null);
    throw why ?? new WorkerFailure("Something else is being trained.", { code: "not_ready", what: "the trainer" });
  }
  const now = run.peek();
  if (now) adopt(wanted.id, now);
  interrupted.value = null;
  startedTrainer()?.play();
}
