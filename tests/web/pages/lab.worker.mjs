import { takeGpuWork } from "./gpu-work.mjs";
import { handOver } from "./hand-over.mjs";

let opened;

/** The builds by what computes; "cpu-relaxed" is the CPU of engines with relaxed SIMD, "cpu-golden" the CPU with reference vectors. */
const FOLDERS = { cpu: "cpu", "cpu-relaxed": "cpu-relaxed", "cpu-golden": "cpu-golden", webgpu: "gpu" };

async function open(device) {
  const folder = FOLDERS[device];
  const engine = await import(`/@pkg/${folder}/engine.js`);
  await engine.default({ module_or_path: fetch(`/@pkg/${folder}/engine_bg.wasm`) });
  return engine.Lab.open();
}

/** Bytes for the engine come as { utf8: text } or { url: place on this server }. */
async function unpack(arg) {
  if (typeof arg?.utf8 === "string") return new TextEncoder().encode(arg.utf8);
  if (typeof arg?.url === "string") return new Uint8Array(await (await fetch(arg.url)).arrayBuffer());
  return arg;
}

/** An adapter with few storage buffers, for whoever opens a device after this. */
function limitBuffers(count) {
  Object.defineProperty(GPUSupportedLimits.prototype, "maxStorageBuffersPerShaderStage", { get: () => count });
}

/** Reads files, [name, bytes] each and the log first, and opens what they hold. */
async function openFiles(lab, files, core) {
  const given = await Promise.all(files.map(async ([name, bytes]) => [name, await unpack(bytes)]));
  return lab.open_imported(given[0][0], await handOver(given), JSON.stringify({ subset: { core } }));
}

/** So many steps; a call ends with its epoch. */
async function stepOn(lab, count) {
  const reports = [];
  while (reports.length < count) reports.push(...(await lab.train_steps(count - reports.length)));
  return reports;
}

/** A run as the page has it and saves it: an epoch, its evaluation, `more` steps. Also the losses of the `next` ones. */
async function pageRun(lab, { config, data, more, next }) {
  const { steps_per_epoch: step } = await lab.start_training(JSON.stringify(config), null);
  await stepOn(lab, step);
  const metrics = await lab.evaluate("valid", config.training.eval_sessions);
  const best = await lab.snapshot();
  await stepOn(lab, more);
  const seen = { evaluations: [{ epoch: 1, step, metrics }], seconds: 1.5, data };
  const file = lab.run_file(await lab.save_run(), JSON.stringify(seen), best);
  const losses = (await stepOn(lab, next)).map(({ total }) => total);
  return { file: btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join("")), losses };
}

/** An engine's own operation, "open_files", "adopt" (the weights in training answer from now on), "go_on" (with the file of a run), "page_run", or "take_gpu_work" (what it asked of WebGPU). */
async function perform(lab, op, args) {
  if (op === "take_gpu_work") return takeGpuWork();
  if (op === "open_files") return openFiles(lab, ...args);
  if (op === "adopt") return lab.load_model(await lab.snapshot());
  if (op === "page_run") return pageRun(lab, ...args);
  if (op === "go_on") return lab.resume_run(lab.open_run(await unpack(args[0])).run);
  return lab[op](...(await Promise.all(args.map(unpack))));
}

// One call at a time: the engine refuses to be entered twice.
let last = Promise.resolve();
addEventListener("message", ({ data: { id, device, op, args } }) => {
  last = last.then(async () => {
    try {
      if (op === "limit_buffers") return postMessage({ id, ok: { value: limitBuffers(...args), ms: 0 } });
      opened ??= open(device);
      const lab = await opened;
      const start = performance.now();
      const value = await perform(lab, op, args);
      postMessage({ id, ok: { value, ms: performance.now() - start } });
    } catch (error) {
      postMessage({ id, error: { message: error.message, detail: error.detail } });
    }
  });
});
