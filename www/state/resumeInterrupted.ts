// Goes on with a run that a reload, a crash or a closed lid has broken off: its data, its settings, its curves, then its next step.
import { batch } from "@preact/signals";
import { adopt, keptRun } from "./checkpoints";
import { current, set } from "./current";
import { setForm } from "./form";
import { interrupted } from "./holder";
import { Losses } from "./losses";
import { keepFiles } from "./ownData";
import { openAtWish } from "./resources";
import { startedTrainer } from "./trainer";
import { type From, run, startRun } from "./training";

/** Rejects where its data cannot be opened; it can then be tried again. */
export async function resumeInterrupted(): Promise<void> {
  const wanted = interrupted.peek();
  const kept = wanted && (await keptRun(wanted.id));
  if (!wanted || !kept) {
    interrupted.value = null;
    return;
  }
  const { key, run: old, trained, checkpoint, newest, best } = kept.run;
  await openAtWish(kept.data ? keepFiles(kept.data) : key);
  batch(() => {
    interrupted.value = null;
    // On another device the numbers would be others.
    set({ device: old.device.kind === "webgpu" ? current.device.peek() : "cpu" });
    setForm(old.config);
  });
  const { loss, ...rest } = old;
  const from: From = {
    run: { ...rest, id: 0, loss: Losses.from(loss) },
    trained,
    checkpoint,
    models: { newest, best },
  };
  if (!(await startRun(old.config, from))) return;
  const now = run.peek();
  if (now) adopt(wanted.id, now.id);
  startedTrainer()?.play();
}
