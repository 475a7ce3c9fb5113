import type { Catalogue, DatasetSummary, DeviceInfo, Explanation, ModelSummary, Prediction } from "../engine.ts";
import type { EngineConnection } from "../worker/engineClient";
import type { EngineOperations } from "../worker/protocol";
import { asLabFailure, failed } from "./failure";

/** What was opened. */
export interface Facts {
  /** What computes. */
  readonly device: DeviceInfo;
  /** The data: its name, and how much of it there is. */
  readonly data: DatasetSummary;
  /** Its items by id, and its attributes. Item 0 is padding. */
  readonly catalogue: Catalogue;
  /** The model that answers. */
  readonly model: ModelSummary | null;
}

export interface AskOptions {
  /** Which of the loaded models answers; the one that was opened unless said. */
  model?: string;
  /** A factor on each source's scores, in the order of `Explanation.sources`, for all layers or layer by layer; 0 is off. */
  sourceScale?: number[];
  /** Calls the question off: it is refused with `aborted` at once. */
  signal?: AbortSignal;
}

export interface PredictOptions extends AskOptions {
  /** How many items to list; 10 unless said. */
  k?: number;
  /** Lists no item of the session. */
  excludeSeen?: boolean;
}

/** An engine in its worker, with data and a model. Questions are answered one after another, in order. */
export class OpenedLab implements Facts {
  readonly device: DeviceInfo;
  readonly data: DatasetSummary;
  readonly catalogue: Catalogue;
  readonly model: ModelSummary | null;
  readonly #engine: EngineConnection;
  #isClosed = false;

  /** @internal */
  constructor(engine: EngineConnection, { device, data, catalogue, model }: Facts) {
    this.#engine = engine;
    this.device = device;
    this.data = data;
    this.catalogue = catalogue;
    this.model = model;
  }

  /** What comes after these items, given by their ids, oldest first. */
  async predict(items: readonly number[], options: PredictOptions = {}): Promise<Prediction> {
    const { k = 10, excludeSeen = false, signal } = options;
    const question = { ...questionOf(items, options), k, exclude_seen: excludeSeen };
    return (await this.ask("predict", question, signal)).value;
  }

  /** Which click looks at which, by source and fused. */
  async explain(items: readonly number[], options: AskOptions = {}): Promise<Explanation> {
    return (await this.ask("explain", questionOf(items, options), options.signal)).value;
  }

  /**
   * Any other question: ranks of score tables, gradients, what a candidate hangs on, another model. What the engine knows is listed
   * by the type.
   */
  async ask<Op extends keyof EngineOperations>(
    op: Op,
    args: EngineOperations[Op]["args"],
    signal?: AbortSignal,
  ): Promise<EngineOperations[Op]["result"]> {
    return this.#engine.ask(op, args, signal).catch((thrown: unknown) => {
      throw this.#isClosed ? failed({ code: "closed" }) : asLabFailure(thrown);
    });
  }

  /** Ends the worker. What is still waited for is refused. */
  close(): void {
    this.#isClosed = true;
    this.#engine.dispose();
  }
}

function questionOf(items: readonly number[], { model, sourceScale }: AskOptions) {
  return {
    items: [...items],
    ...(model === undefined ? {} : { model }),
    ...(sourceScale === undefined ? {} : { source_scale: sourceScale }),
  };
}
