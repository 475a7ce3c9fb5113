// Goes on with a run that a reload, a crash or a closed lid has broken off: its data, its settings, its curves, then its next step.
import { adopt, lookForInterrupted, takeOver } from "./checkpoints";
import { current, set } from "./current";
import { interrupted } from "./holder";
import { Losses } from "./losses";
import { dropFiles, keepFiles } from "./ownData";
import { openAtWish } from "./resources";
import { OF_ELSEWHERE, startAt } from "./startAt";
import { startedTrainer } from "./trainer";

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
  // On another device its numbers would be others. What was chosen for runs to come stays.
  const chosen = current.device.peek();
  if (old.device.kind !== "webgpu") set({ device: "cpu" });
  const { loss, ...rest } = old;
  const now = await startAt({
    // Runs that were kept before there were time limits have none.
    run: { ...rest, limitMs: rest.limitMs ?? null, id: OF_ELSEWHERE, loss: Losses.from(loss) },
    trained,
    checkpoint,
    models: { newest, best },
  });
  if (chosen === "auto") set({ device: chosen });
  adopt(kept.run, now);
  interrupted.value = null;
  startedTrainer()?.play();
}
