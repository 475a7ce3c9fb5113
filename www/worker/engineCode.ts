// The one copy of the CPU engine's code that the page has: fetched with the first connection, handed to every worker.
import wasmUrl from "../../pkg/cpu/engine_bg.wasm?url";
import { type EngineModule, fetchModule } from "./engineModule";

let fetched: EngineModule | null = null;

export function engineCode(): EngineModule {
  fetched ??= fetchModule(wasmUrl);
  return fetched;
}
