// How long runs take, from what was measured: steps by the clock, or a run that is over. Never from a guess: without a measurement on a
// device there is no time for it.
import type { DeviceInfo, RunConfig } from "../engine.ts";
import type { Backend } from "../worker/client";
import type { StageTiming, Timing } from "../worker/timeSteps";
import { canonicalJson } from "./canonical";
import { pretrainingEpochs } from "./epochs";
import type { KnobId } from "./knobKinds";
import type { RunRecord } from "./runRecord";

export type DeviceKind = DeviceInfo["kind"];

export interface Pace extends Pick<Timing, "training" | "pretraining" | "sessionMs"> {
  readonly device: DeviceKind;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: "steps" | "run";
}

/** Settings that change what is learnt and how often, but not what a step or the ranking of a session costs. */
const FREE: ReadonlySet<string> = new Set<KnobId>([
  ...(["seed", "learning_rate", "epochs", "pretrain_epochs", "eval_every", "stopping_step", "eval_sessions"] as const),
  ...(["valid_metric", "lambda", "layer_norm_eps", "initializer_range", "attribute_table_std"] as const),
  ...(["aap_weight", "mip_weight", "map_weight", "sp_weight", "reg_weight"] as const),
]);

const shapes = new WeakMap<RunConfig, string>();

/** A text that is equal for configurations whose steps cost the same. */
export function shapeOf(config: RunConfig): string {
  const known = shapes.get(config);
  if (known !== undefined) return known;
  const costly = JSON.stringify(config, (key, value: unknown) => (FREE.has(key) ? undefined : value));
  const shape = canonicalJson(JSON.parse(costly));
  shapes.set(config, shape);
  return shape;
}

/** Rankings of validation sessions in a run that is not ended early. */
function evaluations({ epochs, eval_every }: RunConfig["training"]): number {
  return Math.ceil(epochs / eval_every);
}

/** Sessions of one of them; a user has one. */
export function rankedSessions({ training }: RunConfig, users: number): number {
  return training.eval_sessions > 0 ? Math.min(training.eval_sessions, users) : users;
}

/** Milliseconds of a whole run. */
export function timeOf({ training, pretraining, sessionMs }: Pace, config: RunConfig, users: number): number {
  const stage = (epochs: number, timed: StageTiming | null) =>
    timed && epochs > 0 ? epochs * timed.stepsPerEpoch * timed.stepMs : 0;
  return (
    stage(pretrainingEpochs(config), pretraining) +
    stage(config.training.epochs, training) +
    evaluations(config.training) * rankedSessions(config, users) * sessionMs
  );
}

/** Steps that a run must have taken before its pace says something. */
const LEAST_STEPS = 20;

/** Null where a record does not tell: too short, or of two stages whose steps it does not tell apart. */
export function paceOfRecord(record: RunRecord): Pace | null {
  const { msPerStep, steps, stepsPerEpoch, elapsedMs, evaluations: ranked, config, device, ended } = record;
  const sessions = ranked.reduce((sum, { metrics }) => sum + metrics.sessions, 0);
  if (msPerStep === null || steps < LEAST_STEPS || sessions === 0 || pretrainingEpochs(config) > 0) return null;
  return {
    device,
    at: ended,
    by: "run",
    training: { stepMs: msPerStep, stepsPerEpoch },
    pretraining: null,
    // What was no step was, but for a moment, ranking.
    sessionMs: Math.max(0, elapsedMs - steps * msPerStep) / sessions,
  };
}

/** The newest pace of each device. */
export type Paces = { readonly [Device in DeviceKind]: Pace | null };

export function newestPaces(all: readonly Pace[]): Paces {
  const newest = (device: DeviceKind) =>
    all
      .filter((one) => one.device === device)
      .reduce<Pace | null>((best, one) => (best && best.at >= one.at ? best : one), null);
  return { cpu: newest("cpu"), webgpu: newest("webgpu") };
}

/** Which device is the faster one, by how much; null where not both were measured. */
export function faster(
  paces: Paces,
  config: RunConfig,
  users: number,
): { readonly device: DeviceKind; readonly times: number } | null {
  if (!paces.cpu || !paces.webgpu) return null;
  const [cpu, webgpu] = [timeOf(paces.cpu, config, users), timeOf(paces.webgpu, config, users)];
  return cpu <= webgpu ? { device: "cpu", times: webgpu / cpu } : { device: "webgpu", times: cpu / webgpu };
}

/** What the trainer is to open: "auto" is the faster device where both were measured, and the trainer's own choice where they were not. */
export function backendFor(asked: Backend, paces: Paces, config: RunConfig, users: number): Backend {
  return asked === "auto" ? (faster(paces, config, users)?.device ?? asked) : asked;
}
