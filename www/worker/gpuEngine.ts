// Where the GPU engine is: in files of the page. A page that is served before that engine is built has gpuEngineLater.ts in place
// of this file, see www/scripts/late-engines.mjs.
import code from "../../pkg/gpu/engine_bg.wasm?url";

export interface GpuEngine {
  /** The address of its WebAssembly. */
  readonly code: string;
  /** Loads its JavaScript. */
  script(): Promise<typeof import("../../pkg/gpu/engine.js")>;
}

export async function findGpuEngine(): Promise<GpuEngine> {
  return { code, script: () => import("../../pkg/gpu/engine.js") };
}
