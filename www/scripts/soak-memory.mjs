// Long runs on either device: what the page holds again and again, and the slope of that.
import assert from "node:assert/strict";
import { weighCalmly } from "../../tests/web/memory.mjs";
import { button } from "../../tests/web/ownFiles.mjs";
import { until } from "../../tests/web/support.mjs";
import { inLab, restLater, setting } from "./soak-lab.mjs";

const MB = 1e6;
/** The smallest model there is, so that many steps take little time. */
const SETTINGS = {
  "training.stopping_step": 0,
  "training.train_batch_size": 2,
  "model.hidden_size": 8,
  "model.inner_size": 8,
  "model.n_layers": 1,
  "model.n_heads": 1,
};
/** Fewer than the steps of an epoch with these settings on the first shop. */
const STEPS_AN_EPOCH = 1400;
/** The run is so many times as long as is asked for: quick machines train on a good deal while they are weighed. */
const LENGTH = 3;
/** Percent of the run that are weighed: at its start it takes what it then keeps, its end gives back. */
const [FROM, TO, EVERY] = [10, 70, 5];

/** Least squares: y for every unit of x. */
export function slopeOf(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const above = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return above / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

async function weighRun(lab, { count, tell }, { device, bounds }) {
  const epochs = Math.ceil((LENGTH * count) / STEPS_AN_EPOCH);
  const settings = setting({ "training.epochs": epochs, ...SETTINGS });
  const query = `?panel=train&train=sasrec&device=${device}&set=${settings}`;
  const { page, context, assertClean, close } = await lab.openPage({ query });
  const session = await context.newCDPSession(page);
  await button(page, "Play").first().click();
  const bar = page.getByRole("progressbar", { name: "Training progress" }).first();
  const progress = async () => Number(await bar.getAttribute("aria-valuenow"));
  const found = [];
  for (let percent = FROM; percent <= TO; percent += EVERY) {
    await until(progress, (now) => now >= percent, { timeout: 3_600_000, every: 100, what: `${percent} % of the run` });
    const weight = await weighCalmly(lab.browser, session);
    found.push({ percent: await progress(), ...weight });
    tell(percent);
  }
  const last = await progress();
  assert.ok(last < 100, "the run goes on: its end gives back what it held");
  const steps = await restLater(page, 0);
  assert.ok(steps >= count, `${steps} steps were taken of ${count}`);
  assertClean();
  await close();
  const thousands = (percent) => ((percent / last) * steps) / 1000;
  const numbers = Object.entries(bounds).map(([name, { what, limit }]) => ({
    what: `${what}, MB in 1,000 steps`,
    value: slopeOf(found.map((one) => [thousands(one.percent), one[name] / MB])),
    limit,
  }));
  return { count: steps, numbers };
}

const HEAP = "slope of the scripts' heap";
const PROCESS = "slope of the page's process";

const section = (name, title, full, profile, how) => ({
  ...{ name, title, full, only: "linux" },
  run: inLab(profile, (lab, asked) => weighRun(lab, asked, how)),
});

export const cpuSteps = section("cpu-steps", "Steps on the CPU with flat memory", 20_000, "cpu", {
  device: "cpu",
  bounds: { heap: { what: HEAP, limit: 0.1 }, process: { what: PROCESS, limit: 1 } },
});
export const gpuSteps = section("gpu-steps", "Steps on WebGPU (software adapter) with flat memory", 2000, "gpu", {
  device: "webgpu",
  bounds: {
    heap: { what: HEAP, limit: 0.2 },
    process: { what: PROCESS, limit: 5 },
    gpu: { what: "slope of the browser's GPU process", limit: 10 },
  },
});
