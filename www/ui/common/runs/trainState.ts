// What goes on in the Train panel's run, in words, wherever it is shown.
import { t } from "../../../content";
import { client } from "../../../state/engine";
import { pretrainingEpochs } from "../../../state/epochs";
import { warmingSince } from "../../../state/trainer";
import { compilingSince, lost, preparing, refused, run } from "../../../state/training";
import { count, duration } from "../format";
import { refusalInWords } from "./refusal";

/** Since when shaders are being compiled, in the page's clock; null while they are not. */
export function compilesSince(): number | null {
  return compilingSince.value ?? (preparing.value ? warmingSince.value : null);
}

/** `compilingMs`: how long shaders have been compiled, where they are. */
export function stateInWords(compilingMs: number): string {
  const words = t().train.state;
  const now = run.value;
  if (preparing.value) return warmingSince.value === null ? words.preparing : words.compiling(duration(compilingMs));
  if (!now) return client.value ? words.fresh : words.engine;
  const { phase, finish, config } = now;
  const epoch = count(now.epoch);
  const isUnranked = now.evaluations.length === 0;
  switch (phase) {
    case "starting":
      return words.starting;
    case "compiling":
      return words.compiling(duration(compilingMs));
    case "running":
      return now.stage === "pretraining"
        ? words.pretraining(count(Math.max(1, now.epoch)), count(pretrainingEpochs(config)))
        : words.running;
    case "evaluating": {
      const sessions = config.training.eval_sessions;
      return sessions > 0 ? words.evaluating(count(sessions)) : words.evaluatingAll;
    }
    case "paused":
      return now.step > 0 ? words.paused(epoch) : words.pausedFresh;
    case "finished":
      if (finish === "time" && isUnranked) return words.stoppedUnranked(epoch);
      return finish === "no_gain" || finish === "time" ? words[finish](epoch) : words.epochs(epoch);
    case "stopped":
      if (finish === null) return words.lost(epoch);
      if (now.step === 0) return words.stoppedFresh;
      return isUnranked ? words.stoppedUnranked(epoch) : words.stopped(epoch);
  }
}

/** What went wrong and what of it is kept: the first sentence is the point, the second what follows. */
export interface Trouble {
  readonly title: string;
  readonly text: string;
}

/** A run that ended by itself, or one that could not start; null where nothing went wrong. */
export function troubleInWords(): Trouble | null {
  const words = t().train;
  const [ended, failure] = [lost.value, refused.value];
  if (failure) return { title: words.refused.title, text: `${refusalInWords(failure)} ${words.refused.kept}` };
  if (!ended) return null;
  const { device, kept, whole } = ended;
  const isDiverged = ended.failure.detail.code === "diverged";
  const what = words.lost;
  const none = isDiverged ? what.divergedEarly : what.keptNone;
  return {
    title: isDiverged ? what.diverged : device === "webgpu" ? what.gpu : what.cpu,
    text: [
      whole !== null ? what.whole(count(whole)) : kept ? what.kept(count(kept.epoch)) : none,
      ...(isDiverged ? [what.diverging] : kept && whole === null ? [what.adam] : []),
    ].join(" "),
  };
}
