// What the page imports: two connections, and the types that go with them.
import wasmUrl from "../../pkg/cpu/engine_bg.wasm?url";
import { type EngineClient, EngineConnection } from "./engineClient";
import { type EngineModule, fetchModule } from "./engineModule";
import { type TrainerClient, TrainerConnection } from "./trainerClient";

export type { EngineClient } from "./engineClient";
export { type FailureDetail, WorkerFailure } from "./failure";
export type { Backend, DataSource, GpuVerdict, Opened, RunPhase } from "./protocol";
export type { Snapshot, TrainerClient, TrainerEvent } from "./trainerClient";

let fetched: EngineModule | null = null;

function engineModule(): EngineModule {
  fetched ??= fetchModule(wasmUrl);
  return fetched;
}

export function connectEngine(): EngineClient {
  const spawn = () => new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  return new EngineConnection(spawn, engineModule());
}

/** The worker starts with the first `open`, not with the page. */
export function connectTrainer(): TrainerClient {
  const spawn = () => new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
  return new TrainerConnection(spawn, () => engineModule().compiled);
}
