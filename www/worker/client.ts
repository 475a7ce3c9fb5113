// What the page imports: the connection to the engine, and the types that go with both workers.
import { type EngineClient, EngineConnection } from "./engineClient";
import { engineCode } from "./engineCode";

export type { EngineClient } from "./engineClient";
export { type FailureDetail, WorkerFailure } from "./failure";
export type { Backend, DataSource, EngineOperations, GpuVerdict, Opened, RunPhase, RunPlace } from "./protocol";
export type { TrainerClient, TrainerEvent } from "./trainerClient";

export function connectEngine(): EngineClient {
  const spawn = () => new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  return new EngineConnection(spawn, engineCode);
}
