// The engine in the form that the peer benchmark asks of every stack. Lies beside the folders `cpu` and `gpu` of the builds.

/**
 * `params`: name -> { shape, data }, `c`: the sizes. `device` is `cpu` or `gpu`; with `everySlot` nothing is left out that no
 * result depends on, which is what the other stacks compute.
 */
export async function create(c, params, { device = "cpu", everySlot = false }) {
  const engine = await import(`./${device}/engine.js`);
  await engine.default({ module_or_path: fetch(new URL(`./${device}/engine_bg.wasm`, import.meta.url)) });
  const peer = await engine.Peer.open(JSON.stringify(c), params, everySlot);
  return {
    info: { device, everySlot, threads: 1 },
    step: ({ items, lengths, targets }) => peer.step(items, lengths, targets),
    infer: (session, k) => peer.infer(session, k),
  };
}
