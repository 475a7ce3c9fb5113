// dif-sr-lab/gpu: the engine on WebGPU, in the thread that asks for it.
import init, { Lab } from "../../pkg/gpu/engine.js";
import { oneModule } from "../worker/engineModule";
import type { OnProgress } from "../worker/fetchFile";
import { findAdapter } from "../worker/gpuAdapter";
import { asLabFailure, failed } from "./failure";
import { engineFiles } from "./files";

export type * from "../engine.ts";
export { LabFailure, type LabFailureDetail } from "./failure";
export { modelUrl } from "./files";
export type { Lab };

const engineCode = oneModule(() => engineFiles.webgpu.href);

/** A thread has one: a second device of the same kind is an error. */
let opened: Promise<Lab> | null = null;

/**
 * Opens the engine on this browser's graphics adapter, for training in a worker of yours; whoever asks again is given the same one.
 * What its methods throw carries a `detail` with a `code`.
 * # Errors
 * `LabFailure`: `no_adapter`, `device_refused`, `wrong_answer` (the adapter miscalculates), or that the engine did not arrive.
 */
export async function openGpu(options: { onProgress?: OnProgress } = {}): Promise<Lab> {
  opened ??= open(options.onProgress);
  try {
    return await opened;
  } catch (thrown) {
    opened = null;
    throw asLabFailure(thrown);
  }
}

async function open(onProgress?: OnProgress): Promise<Lab> {
  const finding = await findAdapter(navigator.gpu);
  if (!("found" in finding)) throw failed({ code: "no_adapter", message: finding.message }, finding.message);
  const code = engineCode();
  if (onProgress) code.onProgress(onProgress);
  await init({ module_or_path: await code.compiled });
  return Lab.open();
}
