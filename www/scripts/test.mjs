// `npm test`: every check of the project, one after another, each with its time and result. Goes on after a failure where what
// follows still says something. `npm test -- rust`, `-- wasm`, `-- page`, `-- browser` run a part.
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { browserTests } from "./browser-tests.mjs";
import { buildPage } from "./build-page.mjs";
import { buildWasm } from "./build-wasm.mjs";
import { packageProgram, runAndKeep } from "./command.mjs";
import { checkCrates, checkPackages } from "./dependencies.mjs";
import { checkFirstView } from "./first-view.mjs";
import { root } from "./places.mjs";
import { checkStepInstructions } from "./step-cost.mjs";
import { cargoTestCounts, vitestCounts } from "./test-counts.mjs";
import { needCargo, needNode, needPackages, needWasmTarget } from "./toolchain.mjs";

const results = path.join(root, "test-results");
const WASM = ["--lib", "--locked", "--target", "wasm32-unknown-unknown"];
const STRICT = ["--", "-D", "warnings"];

/** A command that passes or fails as one. */
async function command(program, args) {
  const { status } = await runAndKeep(program, args);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const cargo = (...args) => command("cargo", args);
const node = (relative, ...args) => command(...withProgram(relative, args));
const withProgram = (relative, args) => {
  const [program, script] = packageProgram(relative);
  return [program, [script, ...args]];
};

/** A function of ours that throws when it fails. */
async function ours(work) {
  await work();
  return { passed: 1, failed: 0 };
}

async function rustTests(...which) {
  const { status, output } = await runAndKeep("cargo", ["test", "--locked", "--no-fail-fast", ...which]);
  return cargoTestCounts(output, status);
}

async function unitTests() {
  const report = path.join(results, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = await runAndKeep(...withProgram("vitest/vitest.mjs", args));
  return vitestCounts(report, status);
}

const CHECKS = [
  { group: "rust", title: "Rust: format", run: () => cargo("fmt", "--check") },
  {
    group: "rust",
    title: "Rust: lints",
    run: () => cargo("clippy", "--all-targets", "--locked", ...STRICT),
  },
  // Together: alone, the crate of loops would have Burn compiled anew with fewer features.
  { group: "rust", title: "Rust: tests", run: () => rustTests("-p", "dif-sr", "-p", "dif-sr-ops") },
  { group: "rust", title: "Rust: tests of the importer", run: () => rustTests("-p", "dif-sr-import") },
  { group: "rust", title: "Rust: licences and sources of crates", run: () => ours(checkCrates) },
  { group: "rust", title: "Rust: instructions of a training step", run: checkStepInstructions },
  {
    group: "wasm",
    title: "WebAssembly: lints, CPU build",
    run: async () => {
      await needWasmTarget();
      return cargo("clippy", ...WASM, "--features", "peer,golden,relaxed-simd", ...STRICT);
    },
  },
  {
    group: "wasm",
    title: "WebAssembly: lints, importer",
    run: () => cargo("clippy", "--package", "dif-sr-import-web", ...WASM, ...STRICT),
  },
  {
    group: "wasm",
    title: "WebAssembly: lints, WebGPU build",
    run: () => cargo("clippy", ...WASM, "--no-default-features", "--features", "webgpu,peer", ...STRICT),
  },
  {
    group: "wasm",
    title: "WebAssembly: CPU builds, importer and their sizes",
    run: () => ours(() => buildWasm(["cpu", "cpu-relaxed", "import"])),
  },
  {
    group: "wasm",
    title: "WebAssembly: CPU build with reference vectors",
    run: () => ours(() => buildWasm(["cpu-golden"])),
  },
  { group: "wasm", title: "WebAssembly: WebGPU build and its size", run: () => ours(() => buildWasm(["gpu"])) },
  { group: "page", title: "TypeScript: types", run: () => node("typescript/bin/tsc", "--noEmit") },
  { group: "page", title: "TypeScript: format and lints", run: () => node("@biomejs/biome/bin/biome", "check", ".") },
  { group: "page", title: "TypeScript: unit tests", run: unitTests },
  { group: "page", title: "npm: licences and sources of packages", run: () => ours(checkPackages) },
  {
    group: "browser",
    title: "Page: build and size of the first view",
    run: () =>
      ours(async () => {
        await buildPage();
        checkFirstView();
      }),
  },
  { group: "browser", title: "Browser tests", run: () => browserTests(results) },
];

async function outcomeOf(run) {
  try {
    return await run();
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

const groups = process.argv.slice(2);
const chosen = CHECKS.filter(({ group }) => groups.length === 0 || groups.includes(group));

needNode();
if (chosen.some(({ group }) => group === "rust" || group === "wasm")) needCargo();
await needPackages();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const outcomes = [];
for (const { title, run } of chosen) {
  console.log(`\n== ${title}`);
  const start = performance.now();
  const outcome = await outcomeOf(run);
  const seconds = (performance.now() - start) / 1000;
  outcomes.push({ title, seconds, skipped: [], ...outcome });
  console.log(`-- ${title}: ${outcome.passed} passed, ${outcome.failed} failed in ${seconds.toFixed(1)} s`);
}

console.log("\n== Summary");
for (const { title, seconds, passed, failed, skipped } of outcomes) {
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed`;
  console.log(`${failed > 0 ? "FAIL" : "ok  "} ${counts} ${seconds.toFixed(1).padStart(8)} s  ${title}`);
  for (const reason of skipped) console.log(`     SKIPPED ${reason}`);
}
const sum = (of) => outcomes.reduce((total, outcome) => total + outcome[of], 0);
process.exitCode = sum("failed") === 0 ? 0 : 1;
const skipped = outcomes.flatMap((outcome) => outcome.skipped).length;
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
