let opened;

async function open(device) {
  const folder = device === "webgpu" ? "gpu" : "cpu";
  const engine = await import(`/@pkg/${folder}/engine.js`);
  await engine.default({ module_or_path: fetch(`/@pkg/${folder}/engine_bg.wasm`) });
  return engine.Lab.open();
}

// One call at a time: the engine refuses to be entered twice.
let last = Promise.resolve();
onmessage = ({ data: { id, device, op, args } }) => {
  last = last.then(async () => {
    try {
      opened ??= open(device);
      const lab = await opened;
      const start = performance.now();
      const value = await lab[op](...args);
      postMessage({ id, ok: { value, ms: performance.now() - start } });
    } catch (error) {
      postMessage({ id, error: { message: error.message, detail: error.detail } });
    }
  });
};
