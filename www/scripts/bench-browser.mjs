// The browser's section of the bench: the engine's own API in a worker, on data of the sizes that are compared everywhere and on
// MovieLens-100K, and the page from a click to new predictions.
import { readFileSync } from "node:fs";
import { startLab } from "../../tests/web/support.mjs";
import { SIZES } from "./bench-flops.mjs";
import { movieLensFiles, noMovieLens, stepMeasurements } from "./bench-native.mjs";
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";

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
export function files({ items, values, length }) {
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

/** The page's settings for a system, at a size: one target a sequence, dropout off. */
export function configOf(size, standard) {
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
  const given = { "bench.inter": { utf8: inter }, "bench.item": { utf8: item } };
  await call(device, "open_files", Object.entries(given), 1);
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
  const predict = async (items) => (await call(device, "predict", "main", items, 10, false, [])).ms;
  const inferences = [];
  const additions = [];
  const explanations = [];
  for (let number = 0; number < INFERENCES; number++) {
    // A session that shares no beginning with the one before.
    const session = Array.from({ length: size.length }, (_, index) => 1 + ((index * 37 + number) % size.items));
    inferences.push(await predict(session));
    await predict(session.slice(0, -1));
    additions.push(await predict(session));
    explanations.push((await call(device, "explain", "main", session, [])).ms);
  }
  const timed = times.slice(WARM_UP);
  return {
    ...{ where: "browser", device, size: name, steps: timed.length, parameters: start.parameters },
    first_step_ms: times[0],
    step_ms: quantile(timed, 0.5),
    step_p10_ms: quantile(timed, 0.1),
    step_p90_ms: quantile(timed, 0.9),
    inference_ms: quantile(inferences, 0.5),
    addition_ms: quantile(additions, 0.5),
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
async function countGpuWork(lab, sizes) {
  const { page, call } = await lab.openLab();
  const found = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
  const size = Object.keys(SIZES).find((name) => sizes.includes(name));
  const work = found ? { size, ...(await gpuWork(call, size)) } : null;
  await page.close();
  return work;
}

async function inBrowser(lab, sizes, steps) {
  const rows = [];
  for (const size of sizes) {
    const { page, call } = await lab.openLab();
    const devices = ["cpu", "cpu-relaxed", ...((await hasRealGpu(page)) ? ["webgpu"] : [])];
    for (const device of devices) {
      rows.push(await measure(call, device, size, steps));
      console.log(`browser, ${device}, ${size}: ${rows.at(-1).step_ms.toFixed(1)} ms a step`);
    }
    await page.close();
  }
  return rows;
}

/** From a click on an item until its predictions and maps are on screen, for the weights that come with the page. */
async function clickToScreen(lab, clicks = 30) {
  const { page, close } = await lab.openPage();
  const times = await page.evaluate(async (count) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const list = () => document.querySelector('[data-panel="next"] ol')?.textContent;
    const tiles = [...document.querySelectorAll('[data-panel="session"] [role="option"]')];
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
  return { clicks, ms: quantile(times, 0.5), p10_ms: quantile(times, 0.1), p90_ms: quantile(times, 0.9) };
}

/** Rankings of all test sessions, one after another; the first ones meet an engine that is still being compiled. */
const RANKINGS = 5;
/** The most that a full ranking of MovieLens-100K may take, in milliseconds. */
const RANKING_LIMIT = 1000;

/** The most that a settled step may ask of WebGPU. */
const DISPATCH_LIMIT = 120;
const MODULE_LIMIT = 40;

/** Full ranking of every test session of MovieLens-100K with the page's own settings for it; `files` are its .inter and .item. */
async function fullRanking(lab, [inter, item]) {
  const { page, call } = await lab.openLab();
  const utf8 = (file) => ({ utf8: readFileSync(file, "utf8") });
  const given = { "ml-100k.inter": utf8(inter), "ml-100k.item": utf8(item) };
  const { value: data } = await call("cpu-relaxed", "open_files", Object.entries(given), 5);
  const { value: config } = await call("cpu-relaxed", "default_config", "dif_sr");
  // A run that has not begun: its initial weights cost what trained ones do.
  await call("cpu-relaxed", "start_training", JSON.stringify(config));
  const times = [];
  for (let ranking = 0; ranking < RANKINGS; ranking++)
    times.push((await call("cpu-relaxed", "evaluate", "test", 0)).ms);
  await page.close();
  return { users: data.users, items: data.items, model: config.model, ms: times };
}

export const browser = {
  name: "browser",
  title: "Chromium: training step, inference, explanation; full ranking of MovieLens-100K; a click",
  async measure({ sizes, steps }) {
    await buildWasm();
    await buildPage();
    const lab = await startLab("gpu");
    try {
      const rows = await inBrowser(lab, sizes, steps);
      const measurements = rows.flatMap(stepMeasurements("browser"));
      const notes = [];
      const files = movieLensFiles();
      let ranking = null;
      if (files) {
        ranking = await fullRanking(lab, files);
        const name = `browser, cpu: full ranking of ${ranking.users} users x ${ranking.items} items`;
        measurements.push(
          { name, unit: "ms", value: quantile(ranking.ms, 0.5), limit: RANKING_LIMIT },
          { name: `${name}, the first`, unit: "ms", value: ranking.ms[0] },
        );
      } else notes.push(`full ranking of MovieLens-100K: ${noMovieLens}`);
      const gpu = await countGpuWork(lab, sizes);
      if (gpu) {
        const name = `browser, webgpu, ${gpu.size}`;
        measurements.push(
          { name: `${name}: dispatches a step`, unit: "", value: gpu.dispatches, limit: DISPATCH_LIMIT },
          { name: `${name}: shader modules`, unit: "", value: gpu.modules, limit: MODULE_LIMIT },
        );
      } else notes.push("what a step asks of WebGPU: no adapter here");
      const click = await clickToScreen(lab);
      const name = "page: from a click to new predictions and maps";
      measurements.push({ name, unit: "ms", value: click.ms, low: click.p10_ms, high: click.p90_ms });
      return { measurements, notes, details: { rows, ranking, gpu, click } };
    } finally {
      await lab.close();
    }
  },
};
