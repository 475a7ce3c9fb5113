// In place of gpuEngine.ts in a page that `npm start` serves while the GPU engine is still being built.
import type { Get } from "./fetchFile";
import type { GpuEngine } from "./gpuEngine";
import { needBuilt, place } from "./laterEngine";

export async function findGpuEngine(get: Get = fetch): Promise<GpuEngine> {
  await needBuilt("gpu", "GPU engine", get);
  return {
    code: place("engines/gpu/engine_bg.wasm"),
    script: () => import(/* @vite-ignore */ place("engines/gpu/engine.js")),
  };
}
