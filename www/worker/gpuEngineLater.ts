// In place of gpuEngine.ts in a page that `npm start` serves while the GPU engine is still being built. The server knows when that
// engine is there, so that a page which is open then need not be loaded anew.
import { WorkerFailure } from "./failure";
import { fetchAnswer, type Get } from "./fetchFile";
import type { GpuEngine } from "./gpuEngine";

/** What www/scripts/start-page.mjs says of an engine. */
interface BuildState {
  readonly state: "waiting" | "building" | "ready" | "failed";
}

/** Worker scripts lie in the page's folder of hashed files. */
const place = (path: string) => new URL(`../${path}`, self.location.href).href;

export async function findGpuEngine(get: Get = fetch): Promise<GpuEngine> {
  const answer = await fetchAnswer(place("engines.json"), { get });
  const { gpu } = (await answer.json()) as { gpu: BuildState };
  if (gpu.state === "failed") throw new WorkerFailure("The GPU engine could not be built.", { code: "not_built" });
  if (gpu.state !== "ready") throw new WorkerFailure("The GPU engine is still being built.", { code: "being_built" });
  return {
    code: place("engines/gpu/engine_bg.wasm"),
    script: () => import(/* @vite-ignore */ place("engines/gpu/engine.js")),
  };
}
