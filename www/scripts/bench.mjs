// `npm run bench`: the time of a training step and of one inference, natively and in Chromium, the time from a click to new
// predictions and maps, and the page's start. A table on the terminal, all figures in bench-results/bench.json.
//   npm run bench -- --sizes S,M --skip-native --skip-browser --steps 20
//   npm run bench -- --start            the page's start alone
import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startLab } from "../../tests/web/support.mjs";
import { clickToScreen, countGpuWork, inBrowser } from "./bench-browser.mjs";
import { measureStart, startTable } from "./bench-start.mjs";
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { Complaint, main, runAndKeep } from "./command.mjs";
import { root } from "./places.mjs";
import { needCargo, needNode, needPackages } from "./toolchain.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "S,M,L" },
    steps: { type: "string", default: "20" },
    start: { type: "boolean", default: false },
    "skip-native": { type: "boolean", default: false },
    "skip-browser": { type: "boolean", default: false },
  },
});
const sizes = options.start ? [] : options.sizes.split(",");
const steps = Number(options.steps);

/** Rows of the native program: the same fields as ours. Its development profile optimises all of Burn: one build serves tests too. */
async function natively() {
  needCargo();
  const args = ["run", "--locked", "--bin", "dif-sr", "--", "bench", "--json"];
  const { status, stdout } = await runAndKeep("cargo", [...args, "--sizes", sizes.join(","), "--steps", String(steps)]);
  if (status !== 0) throw new Complaint("The native bench failed.");
  return JSON.parse(stdout);
}

const COLUMNS = [
  ["where", "where"],
  ["device", "device"],
  ["size", "size"],
  ["first step ms", "first_step_ms"],
  ["step ms, median", "step_ms"],
  ["10 %", "step_p10_ms"],
  ["90 %", "step_p90_ms"],
  ["steps", "steps"],
  ["inference ms, median", "inference_ms"],
  ["explanation ms, median", "explanation_ms"],
  ["weights", "parameters"],
];

const write = (value) =>
  typeof value === "number" && !Number.isInteger(value) ? value.toFixed(1) : String(value ?? "-");

function table(rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const body = rows.map((row) => line(COLUMNS.map(([, field]) => write(row[field]))));
  return [line(COLUMNS.map(([head]) => head)), line(COLUMNS.map(() => "---")), ...body].join("\n");
}

await main(async () => {
  needNode();
  await needPackages();
  const rows = [];
  let click = null;
  let start = null;
  let gpu = null;
  if (!options["skip-native"] && !options.start)
    rows.push(...(await natively()).map((row) => ({ where: "native", ...row })));
  if (!options["skip-browser"]) {
    await buildWasm();
    await buildPage();
    const lab = await startLab("gpu");
    try {
      start = await measureStart(lab);
      rows.push(...(await inBrowser(lab, sizes, steps)));
      if (!options.start) {
        click = await clickToScreen(lab);
        gpu = await countGpuWork(lab, sizes);
      }
    } finally {
      await lab.close();
    }
  }
  const cpus = os.cpus();
  const machine = {
    cpu: cpus[0]?.model ?? "unknown",
    cores: cpus.length,
    load: os.loadavg()[0],
    system: os.platform(),
  };
  const folder = path.join(root, "bench-results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "bench.json"), JSON.stringify({ machine, rows, start, click, gpu }, null, 2));
  console.log(`\n${machine.cpu}, ${machine.cores} cores, load ${write(machine.load)}`);
  if (rows.length > 0) console.log(`\n${table(rows)}`);
  if (start) console.log(`\n${startTable(start)}`);
  if (click)
    console.log(`\nClick to new predictions and maps: median ${write(click.median_ms)} ms of ${click.clicks} clicks`);
  if (gpu) {
    console.log(`\nWebGPU, ${gpu.size}: ${gpu.dispatches} dispatches a step, ${gpu.modules} shader modules`);
    for (const [kernel, times] of gpu.kernels) console.log(`${String(times).padStart(5)}  ${kernel}`);
  }
});
