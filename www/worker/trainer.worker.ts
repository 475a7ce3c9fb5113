// Trains, on the GPU where one is worth it. May be busy, may die: the page keeps the snapshots it has been sent.
import { isTrap, reportLife } from "./crash";
import { crashed } from "./failure";
import type { OnProgress } from "./fetchFile";
import { findAdapter, watchForLoss } from "./gpuAdapter";
import { findGpuEngine } from "./gpuEngine";
import { nameLoadedFiles } from "./loadedFiles";
import { compileWhileFetching } from "./loadWasm";
import { ownPort } from "./port";
import { hostTrainer, type TrainerLab } from "./trainerHost";

const port = ownPort();
const crash = reportLife(port);
if ("GPUAdapter" in globalThis) {
  watchForLoss(GPUAdapter.prototype, (message) => crash(crashed(message)));
}

nameLoadedFiles();

/** Each build is loaded when it is first used, and once: a second device of the same kind is an error. */
const opened: { cpu?: Promise<TrainerLab>; gpu?: Promise<TrainerLab> } = {};

async function openCpu(compiled: WebAssembly.Module): Promise<TrainerLab> {
  const engine = await import("../../pkg/cpu/engine.js");
  await engine.default({ module_or_path: compiled });
  return engine.Lab.open();
}

async function openGpu(onProgress: OnProgress): Promise<TrainerLab> {
  const [engine, compiled] = await loadGpu(onProgress).catch((thrown: unknown) => {
    // What did not come may come when it is wanted the next time.
    delete opened.gpu;
    throw thrown;
  });
  await engine.default({ module_or_path: compiled });
  return engine.Lab.open();
}

async function loadGpu(onProgress: OnProgress) {
  const { script, code } = await findGpuEngine();
  return Promise.all([script(), compileWhileFetching(code, onProgress)]);
}

hostTrainer(
  port,
  {
    findAdapter: () => findAdapter(navigator.gpu),
    openCpu: (compiled) => (opened.cpu ??= openCpu(compiled)),
    openGpu: (onProgress) => (opened.gpu ??= openGpu(onProgress)),
  },
  { isFatal: isTrap, onFatal: crash },
);
