// The questions of the page by a name each, over the one way to ask. Views that ask by themselves still call them.
import type {
  Catalogue,
  DatasetSummary,
  ExplainRequest,
  Explanation,
  Floors,
  ModelSummary,
  Prediction,
  PredictRequest,
  RealSession,
  RunConfig,
  Split,
  System,
} from "../engine.ts";
import type { DataSource, EngineOperations, Timed } from "./protocol";
import { MAIN } from "./replay";

export abstract class NamedQuestions {
  abstract ask<Op extends keyof EngineOperations>(
    op: Op,
    args: EngineOperations[Op]["args"],
    signal?: AbortSignal,
  ): Promise<EngineOperations[Op]["result"]>;

  open(source: DataSource): Promise<DatasetSummary> {
    return this.ask("open", source);
  }
  catalogue(): Promise<Catalogue> {
    return this.ask("catalogue", null);
  }
  realSession(seed: number): Promise<RealSession> {
    return this.ask("realSession", { seed });
  }
  floors(split: Split, sessions: number): Promise<Floors> {
    return this.ask("floors", { split, sessions });
  }
  systems(): Promise<readonly System[]> {
    return this.ask("systems", null);
  }
  defaultConfig(system: string): Promise<RunConfig> {
    return this.ask("defaultConfig", { system });
  }
  readConfig(text: string): Promise<RunConfig> {
    return this.ask("readConfig", { text });
  }
  loadModel(bytes: Uint8Array, slot = MAIN): Promise<ModelSummary> {
    return this.ask("loadModel", { bytes, slot });
  }
  async dropModel(slot: string): Promise<void> {
    await this.ask("dropModel", { slot });
  }
  predict(request: PredictRequest): Promise<Timed<Prediction>> {
    return this.ask("predict", request);
  }
  explain(request: ExplainRequest): Promise<Timed<Explanation>> {
    return this.ask("explain", request);
  }
}
