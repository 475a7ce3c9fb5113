// Opens data and a model in an engine that has a worker of its own.
import type { DatasetSummary, ModelSummary, Preset } from "../engine.ts";
import { FIRST_SYSTEM } from "../state/firstSystem";
import { READY_SEED } from "../state/readySeed";
import type { SYSTEM_IDS } from "../state/systemIds";
import { EngineConnection } from "../worker/engineClient";
import { isOfWorker, otherData } from "../worker/failure";
import { fetchFile, type OnProgress } from "../worker/fetchFile";
import type { DataSource } from "../worker/protocol";
import { engineCode, needSimd } from "./engineCode";
import { asLabFailure } from "./failure";
import { modelUrl } from "./files";
import { OpenedLab } from "./openedLab";
import { startWorker, whyRefused } from "./startWorker";

export type ReadySystem = (typeof SYSTEM_IDS)[number];

/** Weights in a safetensors file: its bytes, or where it is. */
export type OwnModel = Uint8Array | URL;

export interface Opening {
  /** Hears how many bytes of the engine have arrived; the total is null where the server does not tell it. */
  onProgress?: OnProgress;
}

export interface ShopOpening extends Opening {
  /** One of the shops that come with the package; `brand_loyal` unless said. */
  shop?: Preset;
  /** One of its ready models, or one of yours; `dif_sr` unless said. null: none, until `ask("loadModel", ...)`. */
  model?: ReadySystem | OwnModel | null;
  data?: undefined;
}

export interface DataOpening extends Opening {
  /** A shop by its recipe, or RecBole atomic files. */
  data: DataSource;
  /** A model that was trained on it. Without one, none is there until `ask("loadModel", ...)`. */
  model?: OwnModel | null;
  shop?: undefined;
}

/** The slot of the engine that answers a question which names no other. */
const MAIN = "main";

/**
 * Starts an engine in a worker of its own, and opens data and a model in it.
 * # Errors
 * `LabFailure`, whatever went wrong; nothing is left running then.
 */
export async function openLab(opening: ShopOpening | DataOpening = {}): Promise<OpenedLab> {
  let engine: EngineConnection | null = null;
  try {
    needSimd();
    engine = new EngineConnection(startWorker, engineCode);
    if (opening.onProgress) engine.onProgress(opening.onProgress);
    return await opened(engine, opening);
  } catch (thrown) {
    engine?.dispose();
    throw isOfWorker(thrown) ? await whyRefused().catch(asLabFailure) : asLabFailure(thrown);
  }
}

async function opened(engine: EngineConnection, opening: ShopOpening | DataOpening): Promise<OpenedLab> {
  const { source, model: wanted } = opening.data ? ofData(opening) : ofShop(opening);
  // On its way while the engine comes.
  const weights = bytesOf(wanted);
  weights.catch(() => undefined);
  const device = await engine.ready;
  const data = await engine.ask("open", source);
  const catalogue = await engine.ask("catalogue", null);
  const bytes = await weights;
  const model = bytes ? await engine.ask("loadModel", { bytes, slot: MAIN }) : null;
  if (model) needFit(model, data);
  return new OpenedLab(engine, { device, data, catalogue, model });
}

interface Wanted {
  readonly source: DataSource;
  readonly model: OwnModel | null;
}

function ofShop({ shop = "brand_loyal", model = FIRST_SYSTEM }: ShopOpening): Wanted {
  return {
    source: { kind: "synthetic", config: { preset: shop, seed: READY_SEED } },
    model: typeof model === "string" ? modelUrl(shop, model) : model,
  };
}

function ofData({ data, model = null }: DataOpening): Wanted {
  return { source: data, model };
}

async function bytesOf(model: OwnModel | null): Promise<Uint8Array | null> {
  return model instanceof URL ? fetchFile(model.href) : model;
}

/** Ids mean other items in another shop. Files may be the same ones under another name. */
function needFit({ trained }: ModelSummary, { name, origin }: DatasetSummary): void {
  if (origin === "synthetic" && trained && trained.data !== name) throw otherData(trained.data, name);
}
