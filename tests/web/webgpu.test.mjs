// WebGPU through a software adapter, which takes seconds a step: agreement with the CPU is tested here, not learning.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { endGpuProcess, startLab } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("gpu");
});
after(() => lab.close());

const DATA = JSON.stringify({ preset: "department_chains", seed: 7, sessions: 200 });
const STEPS = 5;
/** Float32 sums in another order, through softmax and Adam. */
const TOLERANCE = 1e-3;

/** The smallest model that has every part: two layers, two heads, every attribute, and dropout of both kinds: one stream, whoever draws. */
function tiny(config) {
  const model = {
    ...config.model,
    ...{ hidden_size: 16, inner_size: 16, n_layers: 2, n_heads: 2, max_length: 8 },
    ...{ hidden_dropout_prob: 0.2, attn_dropout_prob: 0.1 },
    attributes: config.model.attributes.map((attribute) => ({ ...attribute, attribute_hidden_size: 8 })),
  };
  return JSON.stringify({ model, training: { ...config.training, train_batch_size: 8, targets: "prefix", seed: 3 } });
}

/** Largest relative difference of two lists of numbers. */
function distance(ours, theirs) {
  return Math.max(
    ...ours.map((value, index) => Math.abs(value - theirs[index]) / Math.max(1, Math.abs(theirs[index]))),
  );
}

const enginesFetched = () => lab.traffic.filter(({ path }) => /\/engine_bg-[^/]*\.wasm$/.test(path)).length;

/** Whether the page says so from now on, however briefly: a step with warm shaders may be over before anybody looks. */
async function listenFor(page, words) {
  await page.evaluate((wanted) => {
    globalThis.wasSaid = false;
    const listen = () => {
      globalThis.wasSaid ||= document.body.textContent.includes(wanted);
    };
    new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, words);
  return () => page.evaluate("wasSaid");
}

describe("WebGPU in the browser", () => {
  test("the first losses and the predictions agree with the CPU", { timeout: 600_000 }, async () => {
    const { call, page } = await lab.openLab();
    const results = {};
    for (const device of ["cpu", "webgpu"]) {
      await call(device, "open_synthetic", DATA);
      const { value: found } = await call(device, "device");
      assert.equal(found.kind, device);
      const { value: config } = await call(device, "default_config", "dif_sr");
      await call(device, "start_training", tiny(config));
      const reports = [];
      const times = [];
      for (let step = 0; step < STEPS; step++) {
        const { value, ms } = await call(device, "train_steps", 1);
        reports.push(...value);
        times.push(Math.round(ms));
      }
      assert.equal(reports.length, STEPS);
      await call(device, "adopt");
      const { value: prediction } = await call(device, "predict", "main", [1, 2, 3], 10, false, []);
      const losses = reports.flatMap(({ total, item, attributes }) => [total, item, ...attributes]);
      results[device] = { losses, scores: prediction.top.map(({ score }) => score) };
      console.log(`${device}: losses ${reports.map(({ total }) => total.toFixed(5)).join(" ")}; ms ${times.join(" ")}`);
    }
    assert.ok(distance(results.webgpu.losses, results.cpu.losses) < TOLERANCE, JSON.stringify(results));
    assert.ok(distance(results.webgpu.scores, results.cpu.scores) < TOLERANCE, JSON.stringify(results));
    await page.close();
  });

  test("an adapter with fewer buffers than a kernel binds is refused with a reason", async () => {
    const { call, page } = await lab.openLab();
    await call("webgpu", "limit_buffers", 8);
    await assert.rejects(call("webgpu", "device"), /binds 8 storage buffers to a shader, and training needs 9/);
    await page.close();
  });

  test("auto names the software adapter and trains on the CPU", async () => {
    lab.traffic.length = 0;
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=train" });
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await page
      .getByText(/runs in software/)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByText("Training runs on the CPU.").first().waitFor();
    assert.equal(enginesFetched(), 1, "the engine that trains on a GPU is not fetched for a software adapter");
    assertClean();
    await close();
  });

  test("WebGPU that is asked for is warmed up and trains a step; a lost device is told and the CPU goes on", {
    timeout: 900_000,
  }, async () => {
    lab.traffic.length = 0;
    const { page, close } = await lab.openPage({ query: "?panel=train" });
    await page.getByRole("radiogroup", { name: "Device" }).getByText("WebGPU").click();
    await page
      .getByText(/Training runs on WebGPU/)
      .first()
      .waitFor({ timeout: 400_000 });
    assert.equal(enginesFetched(), 2, "one engine for the visitor's session, one for the GPU");
    const trainer = page.workers().find((worker) => worker.url().includes("trainer"));
    await trainer.evaluate(() => {
      const { createShaderModule } = GPUDevice.prototype;
      globalThis.shaders = 0;
      GPUDevice.prototype.createShaderModule = function (...given) {
        globalThis.shaders += 1;
        return createShaderModule.apply(this, given);
      };
    });
    const wasSaid = await listenFor(page, "Compiling shaders");
    // The menu of the badge knows what this panel knows.
    const badge = page.getByRole("button", { name: /^Where it runs: CPU, / });
    await badge.click();
    const about = page.getByRole("dialog", { name: "Where it runs" });
    await about.getByText(/Training runs on WebGPU: /).waitFor();
    await page.keyboard.press("Escape");
    assert.doesNotMatch(await badge.innerText(), /WebGPU/, "nothing trains yet");
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await page
      .getByText(/Paused in epoch/)
      .first()
      .waitFor({ timeout: 400_000 });
    assert.ok(await wasSaid(), "the first step is called compiling");
    // The visitor's own answers still come from the CPU, and the badge tells them from the run.
    assert.match(await badge.innerText(), /^CPU, training on WebGPU, \d+\sms$/);
    assert.equal(await trainer.evaluate("shaders"), 0, "the first step of a run finds its shaders compiled");
    await endGpuProcess(lab.browser);
    await page.getByText("The graphics device stopped.", { exact: true }).waitFor({ timeout: 60_000 });
    await page
      .locator("#train")
      .getByRole("button", { name: /^(Continue|Start) on CPU$/ })
      .click();
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    await close();
  });
});
