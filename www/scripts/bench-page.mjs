// What holds the page up: the longest task while a panel is opened, and how long a step of the lecture takes from the key to its picture.
import { goToPanel, longestTask, STILL, startLab, WIDE } from "../../tests/web/support.mjs";
import { quantile } from "./bench-browser.mjs";

/** Pages that each panel is opened in, once for the first time and once again; walks through the lecture. */
const TIMES = 5;
const PANELS = ["why", "cause", "truth", "fused", "rank", "gradients", "map", "train", "compare", "side", "paper"];
/** Milliseconds that the page may be held, and that a step may take. */
const TASK_LIMIT = 50;
const STEP_LIMIT = 300;
/** A lecturer's fastest: what the page does by itself after a step is over by then. */
const BETWEEN_STEPS = 900;

const measured = (name, times, limit) => ({
  ...{ name, unit: "ms", value: quantile(times, 0.5), low: quantile(times, 0.1), high: quantile(times, 0.9) },
  ...(limit === undefined ? {} : { limit }),
});

/** The longest task of the page's thread while a panel is opened for the first time, and again, in ms of the processor's time. */
async function openings(lab, panel) {
  const from = panel === "why" ? "train" : "why";
  const { page, close } = await lab.openPage({ query: `?panel=${from}`, ...STILL });
  const found = [];
  for (let opening = 0; opening < 2; opening++) {
    // What the page does by itself after it was opened, or left, is no part of it.
    await page.waitForTimeout(1000);
    const { cpu } = await longestTask(lab.browser, page, async () => {
      await goToPanel(page, panel);
      await page.locator(`[data-panel="${panel}"] .panel-waiting`).waitFor({ state: "detached" });
      await page.waitForTimeout(1500);
    });
    found.push(cpu);
    await goToPanel(page, from);
  }
  await close();
  return found;
}

export const panels = {
  name: "panels",
  title: "Opening a panel: the longest task of the page's thread, in Chromium",
  async measure() {
    const lab = await startLab("cpu");
    const measurements = [];
    try {
      for (const panel of PANELS) {
        const found = [];
        for (let time = 0; time < TIMES; time++) found.push(await openings(lab, panel));
        for (const [at, which] of ["at first", "again"].entries()) {
          const times = found.map((one) => one[at]);
          measurements.push(measured(`${panel}, ${which}`, times, TASK_LIMIT));
          console.log(`${panel}, ${which}: ${measurements.at(-1).value.toFixed(1)} ms`);
        }
      }
    } finally {
      await lab.close();
    }
    return { measurements };
  },
};

/** Presses PageDown until the last step: `[place, ms]` each, from the key until everything on the wall answers it. */
async function walk(lab) {
  const { page, close } = await lab.openPage({ query: "?lecture=ten", ...STILL, ready: false, viewport: WIDE });
  await page.locator('html[data-ready="true"]').waitFor({ timeout: 60_000 });
  const found = [];
  for (;;) {
    await page.waitForTimeout(BETWEEN_STEPS);
    const step = await page.evaluate(async () => {
      const { dataset } = document.documentElement;
      const here = () => `${dataset.step}:${dataset.click}`;
      const [before, start] = [here(), performance.now()];
      const key = { key: "PageDown", code: "PageDown", bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", key));
      const task = () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          requestAnimationFrame(() => port2.postMessage(null));
        });
      do {
        await task();
        const waited = performance.now() - start;
        // The last one leads nowhere.
        if (here() === before && waited > 5000) return null;
        if (waited > 60_000) throw new Error(`${here()} does not become ready`);
      } while (here() === before || dataset.ready !== "true");
      return [here(), performance.now() - start];
    });
    if (!step) break;
    found.push(step);
  }
  await close();
  return found;
}

export const lecture = {
  name: "lecture",
  title: "The lecture of ten minutes: from the key to the picture of every step, in Chromium",
  async measure() {
    const lab = await startLab("cpu");
    const steps = new Map();
    try {
      for (let time = 0; time < TIMES; time++) {
        const found = await walk(lab);
        for (const [place, ms] of found) steps.set(place, [...(steps.get(place) ?? []), ms]);
        const slowest = found.reduce((one, other) => (other[1] > one[1] ? other : one));
        console.log(
          `walk ${time + 1}: ${found.length} steps, the slowest ${slowest[0]} with ${slowest[1].toFixed(0)} ms`,
        );
      }
    } finally {
      await lab.close();
    }
    const all = [...steps].map(([place, times]) => measured(place, times, STEP_LIMIT));
    return {
      measurements: [
        measured(
          "all steps",
          all.map(({ value }) => value),
        ),
        ...all,
      ],
    };
  },
};
