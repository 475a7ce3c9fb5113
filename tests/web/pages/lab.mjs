// The engine's API for tests: one worker for each device, called by name. `await lab("cpu", "open_synthetic", "{…}")`.
const workers = new Map();
let nextId = 1;

function workerFor(device) {
  if (!workers.has(device)) {
    const worker = new Worker(new URL("lab.worker.mjs", import.meta.url), { type: "module", name: device });
    const pending = new Map();
    worker.onmessage = ({ data: { id, ok, error } }) => {
      const { resolve, reject } = pending.get(id);
      pending.delete(id);
      if (error) reject(new Error(`${error.message} ${JSON.stringify(error.detail ?? {})}`));
      else resolve(ok);
    };
    worker.onerror = ({ message }) => {
      for (const { reject } of pending.values()) reject(new Error(message));
      pending.clear();
    };
    workers.set(device, { worker, pending });
  }
  return workers.get(device);
}

globalThis.lab = (device, op, ...args) => {
  const { worker, pending } = workerFor(device);
  const id = nextId++;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    worker.postMessage({ id, device, op, args });
  });
};
