// Counts what a page asks of WebGPU, by wrapping the calls that do the asking. Import it before the engine opens its device.

const counts = { modules: 0, dispatches: 0, kernels: new Map() };
const names = new WeakMap();
const current = new WeakMap();

function wrap(type, method, seen) {
  const original = type?.prototype[method];
  if (!original) return;
  type.prototype[method] = function (...args) {
    const result = original.apply(this, args);
    seen(this, args, result);
    return result;
  };
}

const nameOf = ({ label, compute }) => compute.entryPoint ?? label ?? "unnamed";

wrap(globalThis.GPUDevice, "createShaderModule", () => counts.modules++);
wrap(globalThis.GPUDevice, "createComputePipeline", (_device, [descriptor], pipeline) => {
  names.set(pipeline, nameOf(descriptor));
});
wrap(globalThis.GPUDevice, "createComputePipelineAsync", (_device, [descriptor], pending) => {
  pending.then((pipeline) => names.set(pipeline, nameOf(descriptor)));
});
wrap(globalThis.GPUComputePassEncoder, "setPipeline", (pass, [pipeline]) => current.set(pass, pipeline));
for (const method of ["dispatchWorkgroups", "dispatchWorkgroupsIndirect"]) {
  wrap(globalThis.GPUComputePassEncoder, method, (pass) => {
    const name = names.get(current.get(pass)) ?? "unnamed";
    counts.dispatches++;
    counts.kernels.set(name, (counts.kernels.get(name) ?? 0) + 1);
  });
}

/** Shader modules so far; dispatches since the last call, in all and as `[kernel, times]`, the most frequent first. */
export function takeGpuWork() {
  const { modules, dispatches } = counts;
  const kernels = [...counts.kernels].sort(([, a], [, b]) => b - a);
  counts.dispatches = 0;
  counts.kernels = new Map();
  return { modules, dispatches, kernels };
}
