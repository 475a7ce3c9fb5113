// What the explanations cost in the browser, on the model that comes with the page and a session of 20 clicks.
import path from "node:path";
import { startLab } from "../../tests/web/support.mjs";
import { quantile } from "./bench-browser.mjs";
import { root } from "./places.mjs";

const TIMES = 15;
/** Of 240 items, all different. */
const SESSION = Array.from({ length: 20 }, (_, index) => 1 + ((index * 37) % 240));
const CANDIDATE = 7;
const SHOP = JSON.stringify({ preset: "brand_loyal", seed: 212 });

/** Name, milliseconds that the page promises, and the call. */
const QUESTIONS = [
  ["rank", 100, ["rank", "main", SESSION]],
  ["rank of random tables, 24 clicks", 16, ["random_rank", 24, 4, [2, 2, 2], [0, 0, 0], 0, 1]],
  ["rank of random tables, 49 clicks", 16, ["random_rank", 49, 4, [2, 2, 2], [0, 0, 0], 0, 1]],
  ["rank of random tables, 49 clicks, none narrow", 16, ["random_rank", 49, 16, [8, 8, 8], [0, 0, 0], 0, 1]],
  ["gradients of one session", 100, ["gradients", "main", SESSION, CANDIDATE, 0]],
  ["gradients of 32 sessions", 1000, ["gradients", "main", SESSION, CANDIDATE, 32]],
  ["attribution", 100, ["attribution", "main", SESSION, CANDIDATE, []]],
  ["removal of every click", 100, ["removals", "main", SESSION, CANDIDATE, false, []]],
  ["removal of every pair", 100, ["removals", "main", SESSION, CANDIDATE, true, []]],
  ["every replacement of one click", 100, ["replacements", "main", SESSION, CANDIDATE, 9, 0, 1000, []]],
  ["item map", 100, ["item_map", "main", false, 10]],
  ["law", null, ["law", "main"]],
  ["which click: 500 clicks", 3000, ["truth", "main", "which", 0, 500]],
  ["what pointed: all clear clicks", 3000, ["truth", "main", "pointed", 0, 4000]],
];
/** Of which one call takes a second or more. */
const isLong = (limit) => limit === null || limit > 1000;

export const explain = {
  name: "explain",
  title: "Explanations: what the panels ask, in Chromium",
  async measure() {
    const lab = await startLab("cpu", { mounts: { "/@ready/": path.join(root, "www", "ready") } });
    const measurements = [];
    try {
      for (const device of ["cpu", "cpu-relaxed"]) {
        const { page, call } = await lab.openLab();
        await call(device, "open_synthetic", SHOP);
        await call(device, "load_model", { url: "/@ready/brand_loyal/dif_sr.safetensors" }, null);
        for (const [name, limit, question] of QUESTIONS) {
          const times = [];
          for (let time = 0; time < (isLong(limit) ? 3 : TIMES); time++)
            times.push((await call(device, ...question)).ms);
          const value = quantile(times, 0.5);
          measurements.push({
            ...{ name: `${device}: ${name}`, unit: "ms", value, low: quantile(times, 0.1), high: quantile(times, 0.9) },
            ...(limit === null ? {} : { limit }),
          });
          console.log(`${device}, ${name}: ${value.toFixed(1)} ms`);
        }
        await page.close();
      }
    } finally {
      await lab.close();
    }
    return { measurements };
  },
};
