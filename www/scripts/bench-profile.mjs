// `npm run bench:profile`: where a training step goes, natively by perf and in Chromium by its own profiler, and which part of the
// engine's matrix-product rate it reaches. Written to bench-results/profile.json, with --record to docs/performance/profile.json.
//   npm run bench:profile -- --sizes M --skip-native --skip-browser --record
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startLab } from "../../tests/web/support.mjs";
import { configOf, files } from "./bench-browser.mjs";
import { CATEGORIES, heaviest, sharesOf } from "./bench-categories.mjs";
import { SIZES, stepFlops } from "./bench-flops.mjs";
import { nativeBench, nativeProgram } from "./bench-native.mjs";
import { circumstances, keep, rewritten, write, written } from "./bench-record.mjs";
import { chromiumSamples, perfSamples } from "./bench-samples.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { ask, Complaint, main, must } from "./command.mjs";
import { root } from "./places.mjs";
import { needNode, needPackages } from "./toolchain.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "S,M,L" },
    "skip-native": { type: "boolean", default: false },
    "skip-browser": { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});

/** Samples a second; no multiple of a timer's usual rates. */
const FREQUENCY = 997;
/** Seconds of steps that are watched. */
const WATCHED = 5;
/** Side of the plain product whose rate is the ceiling. */
const PRODUCT = 512;
const HEAVIEST = 12;
/** What --record renews in docs/performance.md. */
const PART = ["<!-- profile: written by `npm run bench:profile -- --record` -->", "<!-- profile: end -->"];

async function natively(size) {
  const program = await nativeProgram();
  const [{ step_ms: ms }] = await nativeBench("--sizes", size, "--steps", "20");
  const { gflops } = await nativeBench("product", "--width", String(PRODUCT));
  if (!ask("perf", ["--version"])) {
    console.log("SKIPPED the native profile: perf is missing (Debian: apt-get install linux-perf).");
    return { ms, gflops, samples: [] };
  }
  const data = path.join(os.tmpdir(), `dif-sr-perf-${process.pid}`);
  const steps = String(Math.ceil((WATCHED * 1000) / ms));
  const record = [
    "record",
    "-q",
    "-e",
    "cpu-clock",
    "-F",
    String(FREQUENCY),
    "--call-graph",
    "dwarf,16384",
    "-o",
    data,
  ];
  try {
    await must("perf", [...record, "--", program, "bench", "train-only", "--size", size, "--steps", steps]);
    const { stdout, status } = spawnSync("perf", ["script", "-F", "ip,sym", "-i", data], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) throw new Complaint("perf wrote samples and cannot read them.");
    return { ms, gflops, samples: perfSamples(stdout) };
  } finally {
    rmSync(data, { force: true });
  }
}

/** The engine on the page's own thread, where a profiler sees it; nobody looks at the page meanwhile. */
async function inBrowser(lab, name) {
  const { page } = await lab.openLab();
  const size = SIZES[name];
  const open = async ({ inter, item }) => {
    const engine = await import("/@pkg/profile/engine.js");
    await engine.default({ module_or_path: fetch("/@pkg/profile/engine_bg.wasm") });
    const bytes = (text) => new TextEncoder().encode(text);
    globalThis.engine = await engine.Lab.open();
    const { handOver } = await import("/@test/hand-over.mjs");
    const read = await handOver([
      ["bench.inter", bytes(inter)],
      ["bench.item", bytes(item)],
    ]);
    globalThis.engine.open_imported("bench.inter", read, '{"subset":{"core":1}}');
    return globalThis.engine.default_config("dif_sr");
  };
  const standard = await page.evaluate(open, files(size));
  const prepare = async ({ config, width }) => {
    const { engine } = globalThis;
    const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
    const timed = async (count, work) => {
      const times = [];
      for (let index = 0; index < count; index++) {
        const start = performance.now();
        await work();
        times.push(performance.now() - start);
      }
      return median(times);
    };
    await engine.start_training(config);
    // Until the second compiler of the browser has been everywhere.
    await timed(10, () => engine.train_steps(1));
    await engine.products(width, 10);
    const ms = await timed(20, () => engine.train_steps(1));
    // The factors are made anew in each call: one product more costs the difference.
    const [few, many] = [1, 21];
    const least = await timed(5, () => engine.products(width, few));
    const most = await timed(5, () => engine.products(width, many));
    return { ms, product: (most - least) / (many - few) };
  };
  const config = JSON.stringify(configOf(size, standard));
  const { ms, product } = await page.evaluate(prepare, { config, width: PRODUCT });
  const profiler = await page.context().newCDPSession(page);
  await profiler.send("Profiler.enable");
  await profiler.send("Profiler.setSamplingInterval", { interval: Math.round(1e6 / FREQUENCY) });
  await profiler.send("Profiler.start");
  await page.evaluate((steps) => globalThis.engine.train_steps(steps), Math.ceil((WATCHED * 1000) / ms));
  const { profile } = await profiler.send("Profiler.stop");
  await page.close();
  return { ms, gflops: (2 * PRODUCT ** 3) / (product * 1e6), samples: chromiumSamples(profile) };
}

function summary(where, size, { ms, gflops, samples }) {
  const reached = stepFlops(SIZES[size]) / (ms * 1e6);
  return {
    ...{ where, size, step_ms: ms, step_gflops: reached, product_gflops: gflops, fraction: reached / gflops },
    samples: samples.reduce((sum, { weight }) => sum + weight, 0),
    shares: samples.length > 0 ? sharesOf(samples) : null,
    heaviest: heaviest(samples, HEAVIEST).map(([name, share]) => ({ name: name.slice(0, 160), share })),
  };
}

function table(rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const percent = (share) => (share === undefined ? "-" : `${(100 * share).toFixed(1)} %`);
  return [
    line(["", ...rows.map(({ where, size }) => `${where}, ${size}`)]),
    line(["---", ...rows.map(() => "---")]),
    line(["ms a step", ...rows.map((row) => write(row.step_ms))]),
    line(["GFLOP/s by formula", ...rows.map((row) => write(row.step_gflops))]),
    line([`GFLOP/s of a ${PRODUCT}-wide product`, ...rows.map((row) => write(row.product_gflops))]),
    line(["fraction reached", ...rows.map((row) => row.fraction.toFixed(2))]),
    ...CATEGORIES.map((name) => line([name, ...rows.map(({ shares }) => percent(shares?.[name]))])),
    line(["samples", ...rows.map(({ samples }) => write(samples))]),
  ].join("\n");
}

async function profile() {
  needNode();
  await needPackages();
  const sizes = options.sizes.split(",");
  const wrong = sizes.find((size) => !(size in SIZES));
  if (wrong !== undefined) throw new Complaint(`There is no size "${wrong}". Sizes are ${Object.keys(SIZES)}.`);
  const where = circumstances();
  const rows = [];
  if (!options["skip-native"]) for (const size of sizes) rows.push(summary("native", size, await natively(size)));
  if (!options["skip-browser"]) {
    await buildWasm(["profile"]);
    const lab = await startLab("cpu");
    try {
      for (const size of sizes) rows.push(summary("browser", size, await inBrowser(lab, size)));
    } finally {
      await lab.close();
    }
  }
  console.log(`\n${table(rows)}\n\nmeasured: ${written(where)}`);
  for (const { where: place, size, heaviest: most } of rows) {
    console.log(`\n${place}, ${size}: functions that take most`);
    for (const { name, share } of most) console.log(`${(100 * share).toFixed(1).padStart(6)} %  ${name}`);
  }
  const isWhole = Object.keys(SIZES).every((size) => sizes.includes(size));
  const isRecord = options.record && isWhole && !options["skip-native"] && !options["skip-browser"];
  console.log(`\nwritten: ${keep("profile", { ...where, rows }, isRecord)}`);
  if (!isRecord) return;
  const page = path.join(root, "docs", "performance.md");
  writeFileSync(page, rewritten(readFileSync(page, "utf8"), PART, `${written(where)}\n\n${table(rows)}`));
}

await main(profile);
