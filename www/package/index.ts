// dif-sr-lab: what a page of somebody else's imports.
export type * from "../engine.ts";
export type { OnProgress } from "../worker/fetchFile";
export type { DataSource, EngineOperations, Timed } from "../worker/protocol";
export { LabFailure, type LabFailureDetail } from "./failure";
export { modelUrl } from "./files";
export type { AskOptions, Facts, OpenedLab, PredictOptions } from "./openedLab";
export {
  type DataOpening,
  type Opening,
  type OwnModel,
  openLab,
  type ReadySystem,
  type ShopOpening,
} from "./openLab";
