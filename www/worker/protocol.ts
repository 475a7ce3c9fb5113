// What crosses between the page and its two workers. Types of the engine come from pkg and are never retyped here.
import type {
  Agreement,
  Attribution,
  Catalogue,
  DataFacts,
  DatasetSummary,
  DeviceInfo,
  Edits,
  Explanation,
  Floors,
  GradientReport,
  ItemMap,
  Keep,
  Law,
  Metrics,
  ModelSummary,
  OpenedRun,
  Prediction,
  RandomRank,
  RankMetrics,
  RankReport,
  RealSession,
  Remains,
  RunConfig,
  RunSeen,
  RunStart,
  Split,
  StepReport,
  SyntheticConfig,
  System,
  Truth,
  TruthClicks,
} from "../engine.ts";
import type {
  AgreementRequest,
  AttributionRequest,
  EditsRequest,
  ExplainRequest,
  GradientRequest,
  MapRequest,
  PredictRequest,
  RandomRankRequest,
  SessionRequest,
  TruthRequest,
} from "../requests";
import type { FailureDetail, WireFailure } from "./failure";
import type { Timing } from "./timeSteps";

export type DataSource =
  | { kind: "synthetic"; config: SyntheticConfig }
  | {
      kind: "files";
      /** Of the log. */
      name: string;
      /** Of the table of items; null where there is none. */
      itemName: string | null;
      /** What the importer read of both. */
      log: Uint8Array;
      keep: Keep;
    };

/** The operations a worker answers: name -> what goes in, what comes out. */
export type Operations = Record<string, { args: unknown; result: unknown }>;

export type Timed<T> = { value: T; ms: number };

/** Every question that the page may ask of the engine. Its handler is in engineHandlers.ts; nothing else knows of it. */
export type EngineOperations = {
  open: { args: DataSource; result: DatasetSummary };
  /** How much of what was read would be left, without opening it. */
  remains: { args: { name: string; log: Uint8Array; keep: Keep }; result: Remains };
  /** What the open data is like. */
  dataFacts: { args: object; result: DataFacts };
  catalogue: { args: null; result: Catalogue };
  realSession: { args: { seed: number }; result: RealSession };
  floors: { args: { split: Split; sessions: number }; result: Floors };
  systems: { args: null; result: readonly System[] };
  defaultConfig: { args: { system: string }; result: RunConfig };
  /** What a run with these settings would be: its steps, its parameters, its memory. */
  plan: { args: { config: RunConfig }; result: RunStart };
  readConfig: { args: { text: string }; result: RunConfig };
  loadModel: { args: { bytes: Uint8Array; slot: string }; result: ModelSummary };
  dropModel: { args: { slot: string }; result: null };
  predict: { args: PredictRequest; result: Timed<Prediction> };
  explain: { args: ExplainRequest; result: Timed<Explanation> };
  rank: { args: SessionRequest; result: RankReport };
  randomRank: { args: RandomRankRequest; result: RandomRank };
  gradients: { args: GradientRequest; result: GradientReport };
  attribution: { args: AttributionRequest; result: Attribution };
  edits: { args: EditsRequest; result: Edits };
  itemMap: { args: MapRequest; result: ItemMap };
  truthClicks: { args: null; result: TruthClicks | null };
  truth: { args: TruthRequest; result: Truth };
  agreement: { args: AgreementRequest; result: Agreement[] };
  law: { args: { model?: string }; result: Law };
  /** A saved model under the names of the released code; null where there is none that it fits. */
  forPyTorch: { args: { bytes: Uint8Array }; result: Uint8Array | null };
  /** A run that was written down, with what was seen of it, as a file that goes on anywhere. */
  runFile: { args: { run: Uint8Array; seen: RunSeen; best: Uint8Array | null }; result: Uint8Array };
  /** Reads such a file on the open data; nothing changes by it. */
  openRun: { args: { bytes: Uint8Array }; result: OpenedRun };
  /** The same configuration with the weights that it started from, under another slot. */
  loadUntrained: { args: { from: string; slot: string }; result: ModelSummary };
};

/** With what comes first: the compiled CPU build. */
export type EngineProtocol = EngineOperations & {
  start: { args: { compiled: WebAssembly.Module }; result: DeviceInfo };
};

/** The engine's worker tells nothing of itself but that it lives. */
export type EngineEvent = LifeEvent;

export type Backend = "auto" | "cpu" | "webgpu";

/** Why WebGPU is or is not used, chosen by code; words are in content/. */
export type GpuVerdict =
  | { usable: true; name: string; fallback: boolean /* software adapter */ }
  | {
      usable: false;
      code:
        | "insecure" /* plain http, where no browser offers it: neither browser nor card is the cause */
        | "no_navigator_gpu"
        | "no_adapter"
        | "device_refused"
        | "wrong_answer"
        | "not_tried"
        /** `npm start` serves the page before the last engine is built; that one may fail, too. */
        | "being_built"
        | "not_built";
      message: string;
    }
  /** The engine for it did not come, or died while it started. */
  | { usable: false; code: "load_failed"; message: string; reason: FailureDetail };

export interface Opened {
  device: DeviceInfo;
  gpu: GpuVerdict;
}

export type RunPhase = "starting" | "compiling" | "running" | "paused" | "evaluating" | "finished" | "stopped";

export interface TrainerOpening {
  source: DataSource;
  backend: Backend;
  /** The CPU build, for where the CPU trains. */
  compiled: WebAssembly.Module;
}

export type TrainerOperations = {
  open: { args: TrainerOpening; result: Opened };
  /** `open`, and on a GPU one step of a run that nobody sees: with it, what such a run needs is compiled. */
  warmUp: { args: TrainerOpening & { config: RunConfig }; result: Opened };
  start: { args: { runId: number } & Beginning; result: RunStart };
  judge: { args: { config: RunConfig; weights: Uint8Array; split: Split; sessions: number }; result: Metrics };
  /** Takes a few steps of a run that nobody sees, and ranks a few sessions, by the clock. */
  time: { args: { config: RunConfig; sessions: number }; result: Timing };
  play: { args: null; result: null };
  step: { args: null; result: null };
  pause: { args: null; result: null };
  /** Writes the run down as soon as no step is under way. */
  keep: { args: null; result: null };
  stop: { args: null; result: null };
};

/** How a run begins: anew, from weights, or where it was when it was written down. */
export interface Beginning {
  config: RunConfig;
  warmStart: Uint8Array | null;
  checkpoint: Checkpoint | null;
  /** Whether it is written down as it goes. */
  isKept: boolean;
  /** Running time after which it ends; null: it may take as long as it takes. */
  limitMs: number | null;
}

/** A run, written down: what the engine needs to go on, and what the steering of it has seen. */
export interface Checkpoint {
  bytes: Uint8Array;
  place: RunPlace;
}

export interface RunPlace {
  step: number;
  epoch: number;
  stepsOfEpoch: number;
  stepsPerEpoch: number | null;
  mayHaveEnded: boolean;
  /** The last epoch that was evaluated. */
  evaluated: number;
  /** What every evaluation reached, for the rule that ends a run. */
  reached: Pick<RankMetrics, "k" | "recall" | "ndcg" | "mrr">[];
  runningMs: number;
}

/** Why a run is over: all its epochs are done, none of the last ones was better, its time is up, or somebody stopped it. */
export type Finish = "epochs" | "no_gain" | "time" | "stopped";

/** What a run tells while it goes. Every event names its run, so a late one cannot reach a newer chart. */
export type RunEvent =
  | { type: "phase"; runId: number; phase: RunPhase }
  | { type: "first_step"; runId: number; ms: number /* with shader compilation on WebGPU */ }
  | {
      type: "steps";
      runId: number;
      reports: StepReport[];
      stepsPerSecond: number /* exponential mean, first step left out */;
      elapsedMs: number /* running time without pauses */;
    }
  | { type: "metrics"; runId: number; epoch: number; step: number; metrics: Metrics }
  | { type: "snapshot"; runId: number; epoch: number; step: number; best: boolean; bytes: Uint8Array }
  | ({ type: "checkpoint"; runId: number } & Checkpoint)
  | { type: "finished"; runId: number; reason: Finish; epoch: number; step: number };

/** Bytes of what the trainer fetches by itself; the total is null where the host does not tell it. */
export interface LoadingEvent {
  event: "loading";
  what: "gpu";
  received: number;
  total: number | null;
}

export type TrainerWireEvent = { event: "run"; run: RunEvent } | LoadingEvent | LifeEvent;

/** Both workers: `alive` once the lifeline is held, `crashed` with the last words of the panic hook or the engine's refusal. */
export type LifeEvent = { event: "alive"; lifeline: string } | { event: "crashed"; failure: WireFailure };

/** Page to worker. */
export type Request<Ops> = {
  [Op in keyof Ops & string]: Ops[Op] extends { args: infer Args } ? { id: number; op: Op; args: Args } : never;
}[keyof Ops & string];

/** Page to worker: nobody waits for the answer to this request any more. One that has not begun is answered with `aborted`. */
export interface Cancel {
  cancel: number;
}

/** Worker to page: an answer to one request. */
export type Reply = { id: number; ok: unknown } | { id: number; error: WireFailure };
