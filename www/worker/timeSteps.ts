// How long steps and rankings take here: a few of them by the clock, of a run that nobody sees.
import type { Lab, RunConfig, RunStart } from "../engine.ts";

type TimedLab = Pick<Lab, "start_training" | "train_steps" | "evaluate">;

export interface StageTiming {
  readonly stepMs: number;
  readonly stepsPerEpoch: number;
}

export interface Timing {
  readonly training: StageTiming;
  /** Null where a run has none. */
  readonly pretraining: StageTiming | null;
  /** Ranking of one validation session. */
  readonly sessionMs: number;
  /** Of the run that was timed. */
  readonly parameters: number;
  readonly bytes: number;
}

/** Steps that are timed. */
export const TIMED_STEPS = 3;
/** Steps before them: the first ones compile what the others use, on the CPU as on a GPU. */
const LEAST_WARM = 2;
const MOST_WARM = 20;
const WARM_MS = 500;
/** Epochs of the run, so that the steps do not run out where the visitor asks for few. */
const EPOCHS = 100;
/** Sessions of a ranking before the one that is timed, for the same reason. */
const WARM_SESSIONS = 8;

/** `sessions`: how many are ranked at most. */
export async function timeSteps(
  lab: TimedLab,
  config: RunConfig,
  sessions: number,
  now: () => number,
): Promise<Timing> {
  const { model } = config;
  const start = await begin(lab, config);
  const isPretrained = "pretrain_epochs" in model && model.pretrain_epochs > 0;
  const pretraining = isPretrained ? await timeStage(lab, start, now) : null;
  const training = await timeStage(
    lab,
    isPretrained ? await begin(lab, { ...config, model: { ...model, pretrain_epochs: 0 } }) : start,
    now,
  );
  await lab.evaluate("valid", WARM_SESSIONS);
  const from = now();
  const ranked = await lab.evaluate("valid", sessions);
  const sessionMs = (now() - from) / Math.max(1, ranked.sessions);
  return { training, pretraining, sessionMs, parameters: start.parameters, bytes: start.bytes };
}

function begin(lab: TimedLab, config: RunConfig): Promise<RunStart> {
  return lab.start_training(JSON.stringify({ ...config, training: { ...config.training, epochs: EPOCHS } }), null);
}

async function timeStage(lab: TimedLab, { steps_per_epoch }: RunStart, now: () => number): Promise<StageTiming> {
  const began = now();
  for (let warm = 0; warm < LEAST_WARM || (warm < MOST_WARM && now() - began < WARM_MS); warm++) {
    await lab.train_steps(1);
  }
  const from = now();
  let taken = 0;
  // An answer is short at the end of an epoch, and empty where the run is over.
  for (let reports = 1; taken < TIMED_STEPS && reports > 0; taken += reports) {
    reports = (await lab.train_steps(TIMED_STEPS - taken)).length;
  }
  return { stepMs: (now() - from) / Math.max(1, taken), stepsPerEpoch: steps_per_epoch };
}
