// How much a training step asks of WebGPU: dispatches and shader modules, which cost time on every adapter and can be counted on any.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gpuWork } from "../../www/scripts/bench-browser.mjs";
import { budgets } from "../../www/scripts/sizes.mjs";
import { startLab } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("gpu");
});
after(() => lab.close());

test("a DIF-SR step keeps to its budget of dispatches and shader modules", { timeout: 900_000 }, async () => {
  const { call, page } = await lab.openLab();
  const { dispatches, modules, kernels } = await gpuWork(call, "S");
  console.log(`${dispatches} dispatches a step, ${modules} shader modules`);
  for (const [kernel, times] of kernels) console.log(`${String(times).padStart(5)}  ${kernel}`);
  // A counter that misses the engine's calls would keep to every budget.
  assert.ok(dispatches > 0 && modules > 0, "nothing was counted");
  assert.ok(dispatches <= budgets.gpuDispatches, `${dispatches} dispatches; budget ${budgets.gpuDispatches}`);
  assert.ok(modules <= budgets.gpuShaderModules, `${modules} shader modules; budget ${budgets.gpuShaderModules}`);
  await page.close();
});
