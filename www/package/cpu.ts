// dif-sr-lab/cpu: the engine itself, in the thread that asks for it.
import init, { Lab } from "../../pkg/cpu/engine.js";
import type { OnProgress } from "../worker/fetchFile";
import { engineCode, needSimd } from "./engineCode";
import { asLabFailure } from "./failure";

export type * from "../engine.ts";
export { LabFailure, type LabFailureDetail } from "./failure";
export { modelUrl } from "./files";

/**
 * Opens an engine on the CPU in this thread, which stands still while it computes: fine for a click, not for training, which belongs
 * in a worker of yours. What its methods throw carries a `detail` with a `code`.
 * # Errors
 * `LabFailure`: `no_simd`, or that the engine did not arrive.
 */
export async function openCpu(options: { onProgress?: OnProgress } = {}): Promise<Lab> {
  try {
    needSimd();
    const code = engineCode();
    if (options.onProgress) code.onProgress(options.onProgress);
    await init({ module_or_path: await code.compiled });
    return await Lab.open();
  } catch (thrown) {
    throw asLabFailure(thrown);
  }
}
