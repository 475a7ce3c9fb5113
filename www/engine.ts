/// <reference lib="esnext.disposable" preserve="true" />
// The engine's types, as the page uses them. They come from the declarations that the Rust build writes; nothing is retyped.
import type * as engine from "../pkg/cpu/engine.js";

export type {
  Ablated,
  Agreement,
  AttributeInfo,
  AttributeKind,
  AttributePrediction,
  Attribution,
  Candidate,
  Catalogue,
  CatalogueItem,
  DataFacts,
  DatasetSummary,
  DeviceInfo,
  Dropped,
  EarlyStop,
  Edits,
  ErrorDetail,
  Explanation,
  Floors,
  Fusion,
  FusionName,
  GradientBatch,
  GradientReport,
  GradientStep,
  ItemMap,
  Keep,
  Lab,
  LawReport as Law,
  LessonState,
  Metrics,
  Pooling,
  Prediction,
  Preset,
  ProcessWeights,
  Property,
  RandomRank,
  RankMetrics,
  RankReport,
  RankTable,
  RealSession,
  Remains,
  Rule,
  RunSeen,
  RunStart,
  SharedValues,
  SideInformation,
  SourceGradient,
  SourceInfo,
  Split,
  Stage,
  Standing as Verdict,
  StepReport,
  SubsetConfig,
  System,
  Targets,
  Truth,
  TruthClick,
  TruthClicks,
} from "../pkg/cpu/engine.js";

export type * from "./requests";

/** Files may leave settings out; what the engine hands over, and what the page sends, is always whole. */
type Whole<T> = T extends (infer Entry)[]
  ? Whole<Entry>[]
  : T extends object
    ? { [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
    : T;

export type RunConfig = Whole<engine.RunConfig>;
export type ModelConfig = RunConfig["model"];
export type DifSrConfig = Extract<ModelConfig, { kind: "dif_sr" }>;
export type AttributeConfig = DifSrConfig["attributes"][number];
export type TrainingConfig = RunConfig["training"];
export type ModelSummary = Omit<engine.ModelSummary, "config"> & { config: ModelConfig };

export type RunFacts = Omit<engine.RunFacts, "config"> & { config: RunConfig };
/** A run from a file; `best` is empty before its first evaluation. */
export type OpenedRun = Omit<engine.OpenedRun, "facts"> & { facts: RunFacts };

/** What to generate; the number of sessions and the weights default to the preset's. */
export type SyntheticConfig = Required<Pick<engine.SyntheticConfig, "preset" | "seed">> &
  Pick<engine.SyntheticConfig, "sessions" | "weights">;

/** ready/example.json: painted before any WebAssembly arrives. JSON has no typed arrays. */
export interface BakedExample {
  catalogue: engine.Catalogue;
  summary: engine.DatasetSummary;
  model: ModelSummary;
  session: number[];
  prediction: engine.Prediction;
  explanation: engine.Explanation;
  floors: { valid: engine.Floors; test: engine.Floors };
  examples: { id: string; items: number[] }[];
}
