// What the page imports: two connections, and the types that go with them.
import { type EngineClient, EngineConnection } from "./engineClient";
import { type TrainerClient, TrainerConnection } from "./trainerClient";

export type { EngineClient } from "./engineClient";
export { type FailureDetail, WorkerFailure } from "./failure";
export type { Backend, DataSource, GpuVerdict, Opened, RunPhase } from "./protocol";
export type { Snapshot, TrainerClient, TrainerEvent } from "./trainerClient";

export function connectEngine(): EngineClient {
  return new EngineConnection(() => new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" }));
}

/** The worker starts with the first `open`, not with the page. */
export function connectTrainer(): TrainerClient {
  return new TrainerConnection(() => new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" }));
}
