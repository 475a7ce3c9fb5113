// Where the files of the package are: beside its scripts, as www/scripts/build-package.mjs puts them there. Every address is written
// out whole, for bundlers that look for just that.
import type { Preset } from "../engine.ts";

export const engineFiles = {
  simd: new URL("./cpu/engine_bg.wasm", import.meta.url),
  relaxedSimd: new URL("./cpu-relaxed/engine_bg.wasm", import.meta.url),
  webgpu: new URL("./gpu/engine_bg.wasm", import.meta.url),
};

export const workerFile = new URL("./engine.worker.js", import.meta.url);

/** The ready model of a system, such as `dif_sr`, trained on a shop. Which systems a shop has is listed in its `index.json`. */
export function modelUrl(shop: Preset, system: string): URL {
  return new URL(`./models/${shop}/${system}.safetensors`, import.meta.url);
}
