// Starts a run where it was written down: one that was broken off here, or one from a file.
import { WorkerFailure } from "../worker/client";
import { current, set } from "./current";
import { form, setForm } from "./form";
import type { Run } from "./runs";
import { type From, refused, run, startRun } from "./training";

/** No run of this page has it. */
export const OF_ELSEWHERE = 0;

/** Resolves to the run, paused. Rejects with the reason where it cannot go on; it can then be tried again. */
export async function startAt(from: From): Promise<Run> {
  const [before, minutes] = [form.peek(), current.minutes.peek()];
  setForm(from.run.config);
  set({ minutes: from.run.limitMs === null ? null : from.run.limitMs / 60_000 });
  const isThere = await startRun(from.run.config, from);
  const now = run.peek();
  if (isThere && now) return now;
  if (before) setForm(before);
  set({ minutes });
  const why = refused.peek();
  refused.put(null);
  throw why ?? new WorkerFailure("Something else is being trained.", { code: "not_ready", what: "the trainer" });
}
