// The native sections of the bench: the command line's own measurements, optimised as a release is.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { sharedData } from "../../tests/web/support.mjs";
import { drawScale } from "./bench-figure.mjs";
import { Complaint, must } from "./command.mjs";
import { cargoTarget, environment, root } from "./places.mjs";
import { needCargo } from "./toolchain.mjs";

/** The command line, built. */
export async function nativeProgram() {
  needCargo();
  await must("cargo", ["build", "--release", "--locked", "--bin", "dif-sr"]);
  return path.join(cargoTarget, "release", process.platform === "win32" ? "dif-sr.exe" : "dif-sr");
}

/** What `dif-sr bench ... --json` prints; its progress goes to the terminal. */
export async function nativeBench(...args) {
  const program = await nativeProgram();
  const child = spawn(program, ["bench", ...args, "--json"], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  const status = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  if (status !== 0) throw new Complaint(`Failed (${status}): dif-sr bench ${args.join(" ")}`);
  return JSON.parse(printed);
}

/** The most that the ten next items may take on the CPU, in milliseconds; with all maps twice as much. */
const ANSWER_LIMITS = { S: 1, M: 3, L: 6 };

/** The measurements of one size on one device, as the native and the browser's half give them. */
export const stepMeasurements = (where) => (row) => {
  const name = (what) => `${where}, ${row.device}, ${row.size}: ${what}`;
  const within = (times) => (row.device.startsWith("cpu") ? { limit: times * ANSWER_LIMITS[row.size] } : {});
  const both = row.inference_ms + row.explanation_ms;
  return [
    { name: name("training step"), unit: "ms", value: row.step_ms, low: row.step_p10_ms, high: row.step_p90_ms },
    { name: name("first step"), unit: "ms", value: row.first_step_ms },
    { name: name("inference"), unit: "ms", value: row.inference_ms, ...within(1) },
    { name: name("inference, one item more"), unit: "ms", value: row.addition_ms },
    { name: name("explanation"), unit: "ms", value: row.explanation_ms },
    { name: name("inference and explanation"), unit: "ms", value: both, ...within(2) },
  ];
};

export const steps = {
  name: "steps",
  title: "Native: a training step, one session's ten next items, its explanation",
  async measure({ sizes, steps: count }) {
    const rows = await nativeBench("--sizes", sizes.join(","), "--steps", String(count));
    return { measurements: rows.flatMap(stepMeasurements("native")), details: rows };
  },
};

const movieLens = ["ml-100k.inter", "ml-100k.item"].map((name) => path.join(sharedData, name));

/** MovieLens-100K may not be redistributed: whoever has it puts it there. */
export const movieLensFiles = () => (movieLens.every((file) => existsSync(file)) ? movieLens : null);
export const noMovieLens = `ml-100k.inter and ml-100k.item are not in ${sharedData}`;

/** Every-position training costs at most so much of prefix training, per target. docs/performance.md says why the first quotient cannot. */
const RATIO_LIMIT = 1 / 20;

export const targets = {
  name: "targets",
  title: "Native: a target of every-position training and one of prefix training, MovieLens-100K",
  async measure({ steps: count }) {
    const files = movieLensFiles();
    if (!files) return { skipped: noMovieLens };
    const found = await nativeBench(
      ...["targets", "--data", files[0], "--items", files[1], "--attributes", "class", "--preset", "ml-100k"],
      ...["--steps", String(count)],
    );
    const pair = ({ every_position, prefix, ratio }, suffix) => [
      { name: `every position, per target${suffix}`, unit: "ms", value: every_position.target_ms },
      { name: `prefix, per target${suffix}`, unit: "ms", value: prefix.target_ms },
      { name: `every position / prefix${suffix}`, unit: "", value: ratio, limit: RATIO_LIMIT },
    ];
    return {
      measurements: [...pair(found.needed, ""), ...pair(found.every_slot, ", every slot computed")],
      details: found,
    };
  },
};

const STAGES = ["import", "epoch", "evaluation"];

export const scale = {
  name: "scale",
  title: "Native: import, one epoch and evaluation as the data grows",
  async measure() {
    const series = await nativeBench("scale");
    const measurements = series.flatMap(({ grows, points, growth }) => {
      const largest = points.at(-1);
      const at = `${largest.interactions.toLocaleString("en-GB")} x ${largest.items.toLocaleString("en-GB")}`;
      return STAGES.flatMap((stage) => [
        { name: `${stage} at ${at}`, unit: "ms", value: largest[stage].ms },
        ...(largest[stage].peak_bytes
          ? [{ name: `${stage} at ${at}: peak memory`, unit: "MB", value: largest[stage].peak_bytes / 1e6 }]
          : []),
        { name: `${stage}: growth exponent of time in ${grows}`, unit: "", value: growth[stage].time },
        { name: `${stage}: growth exponent of memory in ${grows}`, unit: "", value: growth[stage].memory },
      ]);
    });
    return { measurements, details: series };
  },
  recordMore: drawScale,
};
