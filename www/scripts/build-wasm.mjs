// Builds pkg/cpu, pkg/cpu-relaxed and pkg/gpu from the one library, and pkg/import from the importer. `--cpu`, `--import`, `--cpu-relaxed` or
// `--gpu` builds one of them; `--force` even if nothing changed.
// `--profile` builds pkg/profile, the CPU engine with the names of its functions, which the page never loads.
// `--cpu-golden` builds the CPU engine with the comparison of explanations with reference vectors, for tests.
// `--peer-cpu` and `--peer-gpu` build the same with the step that `npm run bench:peers` measures, `--peer` both.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Complaint, main, mustQuietly } from "./command.mjs";
import { cargoTarget, environment, logOf, pkg, root } from "./places.mjs";
import { cargoProgress, clock, Screen, WITH_PROGRESS } from "./screen.mjs";
import { budgets, kilobytes, sizeOf } from "./sizes.mjs";
import { contentHash, forget, isBuilt, remember } from "./stamp.mjs";
import { needCargo, needWasmBindgen, needWasmTarget } from "./toolchain.mjs";

const INPUTS = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", ".cargo/config.toml", "src"];

const ENGINE = ["--package", "dif-sr-engine"];

const BUILDS = {
  cpu: { title: "CPU engine", profile: "wasm-cpu", features: ENGINE, budget: budgets.cpuWasmGzip },
  // What reads files of the visitor's; loaded when some are opened.
  import: {
    title: "importer",
    profile: "wasm-import",
    features: ["--package", "dif-sr-import-web"],
    library: "dif_sr_import_web.wasm",
    script: "import",
    budget: budgets.importWasmGzip,
  },
  // For engines whose SIMD multiplies and adds in one instruction; the page chooses between the two when it starts.
  "cpu-relaxed": {
    title: "faster CPU engine",
    profile: "wasm-cpu",
    features: [...ENGINE, "--features", "relaxed-simd"],
    budget: budgets.cpuWasmGzip,
  },
  gpu: {
    title: "GPU engine",
    profile: "wasm-gpu",
    features: [...ENGINE, "--no-default-features", "--features", "webgpu"],
    budget: budgets.gpuWasmGzip,
  },
  "cpu-golden": {
    title: "CPU engine with reference vectors",
    profile: "wasm-cpu",
    features: [...ENGINE, "--features", "golden"],
  },
  profile: { profile: "wasm-cpu", features: [...ENGINE, "--features", "profile,relaxed-simd"], keepsNames: true },
  "peer-cpu": { profile: "wasm-cpu", features: [...ENGINE, "--features", "peer,relaxed-simd"] },
  "peer-gpu": { profile: "wasm-gpu", features: [...ENGINE, "--no-default-features", "--features", "webgpu,peer"] },
};
/** What the page is made of, in the order of its need. The others are built when they are named. */
export const OF_THE_PAGE = ["cpu", "import", "cpu-relaxed", "gpu"];

/** Messages of a panic name the source file: as its crate calls it, not as this machine does. */
const registry = path.join(process.env.CARGO_HOME ?? path.join(os.homedir(), ".cargo"), "registry", "src");
const NAMELESS = `target.wasm32-unknown-unknown.rustflags=["--remap-path-prefix", ${JSON.stringify(`${registry}${path.sep}=`)}]`;

const scriptOf = (name) => BUILDS[name].script ?? "engine";
export const wasmOf = (name) => path.join(pkg, name, `${scriptOf(name)}_bg.wasm`);

/** What an engine is called on screen. */
export const titleOf = (name) => BUILDS[name].title ?? `engine ${name}`;

function hashOf({ profile, features }) {
  return contentHash(INPUTS, JSON.stringify({ profile, features, NAMELESS }));
}

/** An engine is there, and of these sources. */
export function isEngineBuilt(name) {
  return isBuilt(`wasm-${name}`, hashOf(BUILDS[name])) && existsSync(wasmOf(name));
}

/** Builds an engine, with the line that passes on `screen` and all other output in its log. */
export async function buildEngine(name, { screen = new Screen() } = {}) {
  needCargo();
  await needWasmTarget(screen);
  const bindgen = await needWasmBindgen(screen);
  const { profile, features, library = "dif_sr_engine.wasm", keepsNames = false } = BUILDS[name];
  const hash = hashOf(BUILDS[name]);
  const stamp = `wasm-${name}`;
  const log = logOf(name);
  const fails = `The ${titleOf(name)} could not be built`;
  rmSync(log, { force: true });
  forget(stamp);
  const folder = path.join(cargoTarget, "wasm32-unknown-unknown", profile);
  claim(folder, name, library);
  const target = ["--target", "wasm32-unknown-unknown", "--profile", profile];
  const since = performance.now();
  await screen.during(`Building the ${titleOf(name)}`, async (tell) => {
    await mustQuietly(fails, "cargo", ["build", "--lib", "--locked", "--config", NAMELESS, ...target, ...features], {
      log,
      env: { ...environment, ...WITH_PROGRESS },
      hear: (output) => {
        const progress = cargoProgress(output);
        if (progress) tell(`${progress.done} of ${progress.of} crates`);
      },
    });
    const files = [
      ...["--target", "web", "--out-name", scriptOf(name), "--out-dir", path.join(pkg, name)],
      // The page names the file itself; without this a bundler would ship it twice.
      "--omit-default-module-path",
      ...(keepsNames ? [] : ["--remove-name-section"]),
      "--remove-producers-section",
      path.join(folder, library),
    ];
    tell("writing it");
    await mustQuietly(fails, bindgen, files, { log });
  });
  remember(stamp, hash);
  screen.say(`The ${titleOf(name)} is built (${clock(performance.now() - since)}).`);
}

/**
 * Clones share compiled dependencies, and cargo gives their libraries one and the same file without noticing that another
 * clone, or another build of this one, has written it since. Where another one was the last, that file goes, so that it is made
 * anew.
 */
function claim(folder, name, library) {
  const owner = path.join(folder, "built-by");
  const own = `${root} ${name}`;
  if (existsSync(owner) && readFileSync(owner, "utf8") === own) return;
  for (const place of [library, `deps/${library}`]) rmSync(path.join(folder, place), { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(owner, own);
}

function checkSize(name) {
  const { gzip } = sizeOf(wasmOf(name));
  const { budget } = BUILDS[name];
  if (budget && gzip > budget) throw new Complaint(`pkg/${name} is over its budget of ${kilobytes(budget)} gzip.`);
}

/** How large an engine is, beside its budget. */
function weight(name) {
  const { raw, gzip } = sizeOf(wasmOf(name));
  const { budget } = BUILDS[name];
  const limit = budget ? ` (budget ${kilobytes(budget)})` : "";
  return `pkg/${name}/${path.basename(wasmOf(name))}: ${kilobytes(raw)}, ${kilobytes(gzip)} gzip${limit}`;
}

/** Builds what changed and holds it to its budget. */
export async function buildWasm(names = OF_THE_PAGE, { force = false, screen = new Screen() } = {}) {
  for (const name of names) {
    if (force) forget(`wasm-${name}`);
    if (!isEngineBuilt(name)) await buildEngine(name, { screen });
    screen.say(weight(name));
    checkSize(name);
  }
  if (names.includes("cpu") && names.includes("cpu-relaxed")) checkGlue();
}

/** The page loads the JavaScript of one of the CPU builds and the WebAssembly of either. */
function checkGlue() {
  const [plain, relaxed] = ["cpu", "cpu-relaxed"].map((name) =>
    readFileSync(path.join(pkg, name, "engine.js"), "utf8"),
  );
  if (plain !== relaxed)
    throw new Complaint("pkg/cpu/engine.js and pkg/cpu-relaxed/engine.js differ: they must offer the same.");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const flags = process.argv.slice(2);
  const asked = (name) => flags.includes(`--${name}`) || (flags.includes("--peer") && name.startsWith("peer-"));
  const named = Object.keys(BUILDS).filter(asked);
  await main(() => buildWasm(named.length > 0 ? named : undefined, { force: flags.includes("--force") }));
}
