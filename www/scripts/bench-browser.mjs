// The browser's half of the bench: the engine's own API in a worker, on data of the sizes that are compared everywhere.

const SIZES = {
  S: { items: 300, values: 20, hidden: 32, attribute: 16, heads: 2, layers: 2, length: 20, batch: 64 },
  M: { items: 1700, values: 19, hidden: 64, attribute: 32, heads: 2, layers: 2, length: 50, batch: 128 },
  L: { items: 12101, values: 600, hidden: 64, attribute: 32, heads: 4, layers: 3, length: 50, batch: 256 },
};
const WARM_UP = 3;
const INFERENCES = 50;
/** Seconds after which a slow device is not asked for more steps. */
const LONG_ENOUGH = 60;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
export const quantile = (values, share) =>
  at(
    [...values].sort((a, b) => a - b),
    share,
  );

/** RecBole files in which every item occurs and every session fills the model's slots; no randomness, so no seed. */
function files({ items, values, length }) {
  const sessionLength = length + 3;
  const sessions = Math.max(300, Math.ceil((3 * items) / sessionLength));
  const inter = ["user_id:token\titem_id:token\ttimestamp:float"];
  for (let user = 0; user < sessions; user++) {
    for (let step = 0; step < sessionLength; step++) {
      inter.push(`u${user}\ti${(user * sessionLength + step * 7919) % items}\t${step}`);
    }
  }
  const item = ["item_id:token\tkind:token"];
  for (let id = 0; id < items; id++) item.push(`i${id}\tv${id % values}`);
  return { inter: `${inter.join("\n")}\n`, item: `${item.join("\n")}\n` };
}

function configOf(size, standard) {
  const { hidden, attribute, heads, layers, length, batch } = size;
  const model = {
    ...standard.model,
    ...{ hidden_size: hidden, inner_size: hidden, n_heads: heads, n_layers: layers, max_length: length, fusion: "sum" },
    ...{ hidden_dropout_prob: 0, attn_dropout_prob: 0 },
    attributes: standard.model.attributes.map((one) => ({ ...one, attribute_hidden_size: attribute, lambda: 10 })),
  };
  return {
    model,
    training: { ...standard.training, train_batch_size: batch, targets: "prefix", learning_rate: 0.001 },
  };
}

/** Begins a run of DIF-SR at a size that is compared everywhere; gives what the engine says of it. */
async function begin(call, device, name) {
  const size = SIZES[name];
  const { inter, item } = files(size);
  await call(device, "open_atomic", "bench.inter", { utf8: inter }, "bench.item", { utf8: item }, '{"core":1}');
  const { value: standard } = await call(device, "default_config", "dif_sr");
  const { value: start } = await call(device, "start_training", JSON.stringify(configOf(size, standard)));
  return start;
}

/** Steps after which nothing is new to a device: every shader is compiled and every buffer has been there before. */
const SETTLED = 3;

/**
 * What one settled training step asks of WebGPU, the same on every adapter: `dispatches`, `kernels` as `[name, times]`, and the
 * shader `modules` compiled until then.
 */
export async function gpuWork(call, name) {
  await begin(call, "webgpu", name);
  await call("webgpu", "take_gpu_work");
  await call("webgpu", "train_steps", SETTLED);
  await call("webgpu", "take_gpu_work");
  await call("webgpu", "train_steps", 1);
  return (await call("webgpu", "take_gpu_work")).value;
}

async function measure(call, device, name, steps) {
  const size = SIZES[name];
  const start = await begin(call, device, name);
  const times = [];
  const began = Date.now();
  for (let step = 0; step < WARM_UP + steps; step++) {
    times.push((await call(device, "train_steps", 1)).ms);
    if (step > WARM_UP + 3 && (Date.now() - began) / 1000 > LONG_ENOUGH) break;
  }
  await call(device, "adopt");
  const session = Array.from({ length: size.length }, (_, index) => 1 + ((index * 37) % size.items));
  const inferences = [];
  const explanations = [];
  for (let index = 0; index < INFERENCES; index++) {
    inferences.push((await call(device, "predict", { items: session, k: 10, exclude_seen: false })).ms);
    explanations.push((await call(device, "explain", { items: session })).ms);
  }
  const timed = times.slice(WARM_UP);
  return {
    ...{ where: "browser", device, size: name, steps: timed.length, parameters: start.parameters },
    first_step_ms: times[0],
    step_ms: quantile(timed, 0.5),
    step_p10_ms: quantile(timed, 0.1),
    step_p90_ms: quantile(timed, 0.9),
    inference_ms: quantile(inferences, 0.5),
    explanation_ms: quantile(explanations, 0.5),
  };
}

/** Whether WebGPU here is a real adapter: times of a software one say nothing. */
const hasRealGpu = (page) =>
  page.evaluate(async () => {
    const adapter = await navigator.gpu?.requestAdapter();
    if (!adapter) return false;
    const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
    return (
      !isFallbackAdapter && !/swiftshader|llvmpipe|lavapipe/i.test(`${vendor} ${architecture} ${device} ${description}`)
    );
  });

/** [`gpuWork`] of the smallest size asked for, in a page of its own; null where there is no adapter at all. */
export async function countGpuWork(lab, sizes) {
  const { page, call } = await lab.openLab();
  const found = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
  const size = Object.keys(SIZES).find((name) => sizes.includes(name));
  const work = found ? { size, ...(await gpuWork(call, size)) } : null;
  await page.close();
  return work;
}

export async function inBrowser(lab, sizes, steps) {
  const rows = [];
  for (const size of sizes) {
    const { page, call } = await lab.openLab();
    const devices = (await hasRealGpu(page)) ? ["cpu", "webgpu"] : ["cpu"];
    for (const device of devices) {
      rows.push(await measure(call, device, size, steps));
      console.log(`browser, ${device}, ${size}: ${rows.at(-1).step_ms.toFixed(1)} ms a step`);
    }
    await page.close();
  }
  return rows;
}

/** From a click on an item until its predictions and maps are on screen, for the weights that come with the page. */
export async function clickToScreen(lab, clicks = 30) {
  const { page, close } = await lab.openPage();
  const times = await page.evaluate(async (count) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const list = () => document.querySelector("#next ol")?.textContent;
    const tiles = [...document.querySelectorAll(".tile")];
    const measured = [];
    for (let index = 0; index < count; index++) {
      const before = list();
      const start = performance.now();
      tiles[(index * 7) % tiles.length].click();
      while (list() === before && performance.now() - start < 5000) await frame();
      measured.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return measured;
  }, clicks);
  await close();
  return { clicks, median_ms: quantile(times, 0.5), p90_ms: quantile(times, 0.9) };
}
