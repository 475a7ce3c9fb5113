// The page's start: how long until it is painted and until the engine has answered, on a slow line and on none, at the first visit
// and at the second; how much comes over the wire until then; how long the engine takes from its bytes to its first breath.
import { startLab } from "../../tests/web/support.mjs";
import { quantile } from "./bench-browser.mjs";
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";

/** Ten megabits a second with the latency of a home connection. */
export const SLOW_LINE = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

const median = (values) => quantile(values, 0.5);

/** Waits for the engine's first answer. Times count from the request for the page, bytes with their headers. */
export async function readStart(page) {
  await page.waitForFunction(() => performance.getEntriesByName("first answer").length > 0, null, { timeout: 60_000 });
  return page.evaluate(() => {
    const [answer] = performance.getEntriesByName("first answer");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const loaded = [
      ...performance.getEntriesByType("navigation"),
      ...performance.getEntriesByType("resource").filter(({ startTime }) => startTime < answer.startTime),
    ];
    return {
      paint_ms: paint?.startTime ?? Number.NaN,
      answer_ms: answer.startTime,
      files: loaded.filter(({ transferSize }) => transferSize > 0).length,
      bytes: loaded.reduce((sum, { transferSize }) => sum + transferSize, 0),
    };
  });
}

/** The page's files are kept for the next visit. */
export async function filesKept(page) {
  const engine = await page.locator('link[rel="preload"][href$=".wasm"]').getAttribute("href");
  await page.waitForFunction(async (file) => (await caches.match(file)) !== undefined, engine, { timeout: 60_000 });
}

/** Opens the page in a tab of its own; `line` limits what the tab's requests get. */
export async function visit(context, origin, line) {
  const page = await context.newPage();
  if (line) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", line);
  }
  await page.goto(origin);
  return page;
}

/** From the engine's bytes in memory to an engine that takes questions, in milliseconds. */
async function bytesToReady(lab) {
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${lab.origin}/@test/blank.html`);
  const ms = await page.evaluate(async () => {
    const engine = await import("/@pkg/cpu/engine.js");
    const bytes = await (await fetch("/@pkg/cpu/engine_bg.wasm")).arrayBuffer();
    const start = performance.now();
    const response = new Response(bytes, { headers: { "content-type": "application/wasm" } });
    await engine.default({ module_or_path: await WebAssembly.compileStreaming(response) });
    await engine.Lab.open();
    return performance.now() - start;
  });
  await context.close();
  return ms;
}

function summary(visits) {
  const of = (field) => median(visits.map((one) => one[field]));
  return { paint_ms: of("paint_ms"), answer_ms: of("answer_ms"), files: of("files"), bytes: of("bytes") };
}

/** Medians of several visitors, each with a browser profile of its own. */
export async function measureStart(lab, runs = 5) {
  const visits = { "first visit, 10 Mbit/s": [], "second visit, 10 Mbit/s": [], "first visit, no limit": [] };
  const engine = [];
  for (let run = 0; run < runs; run++) {
    const context = await lab.browser.newContext();
    const first = await visit(context, lab.origin, SLOW_LINE);
    visits["first visit, 10 Mbit/s"].push(await readStart(first));
    await filesKept(first);
    await first.close();
    visits["second visit, 10 Mbit/s"].push(await readStart(await visit(context, lab.origin, SLOW_LINE)));
    await context.close();
    const fast = await lab.browser.newContext();
    visits["first visit, no limit"].push(await readStart(await visit(fast, lab.origin, null)));
    await fast.close();
    engine.push(await bytesToReady(lab));
  }
  const rows = Object.entries(visits).map(([name, all]) => ({ visit: name, runs, ...summary(all) }));
  return { rows, engine_ms: median(engine) };
}

/** Limits of the first visit over the slow line and of the engine's start, in milliseconds. */
const LIMITS = { paint: 1000, answer: 3000, engine: 150 };

export const start = {
  name: "start",
  title: "The page's start: first paint, first prediction, bytes until then; the CPU engine from its bytes to ready",
  async measure() {
    await buildWasm();
    await buildPage();
    const lab = await startLab("gpu");
    try {
      const { rows, engine_ms } = await measureStart(lab);
      const measurements = rows.flatMap(({ visit: name, paint_ms, answer_ms, bytes, files }, index) => {
        const limit = (value) => (index === 0 ? { limit: value } : {});
        return [
          { name: `${name}: first paint`, unit: "ms", value: paint_ms, ...limit(LIMITS.paint) },
          { name: `${name}: first prediction`, unit: "ms", value: answer_ms, ...limit(LIMITS.answer) },
          { name: `${name}: over the wire until then`, unit: "KB", value: bytes / 1000 },
          { name: `${name}: files until then`, unit: "", value: files },
        ];
      });
      const ready = "CPU engine, from its bytes to ready";
      measurements.push({ name: ready, unit: "ms", value: engine_ms, limit: LIMITS.engine });
      return { measurements, details: rows };
    } finally {
      await lab.close();
    }
  },
};
