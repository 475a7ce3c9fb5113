// `npm run bench:peers`: our training step and inference beside TensorFlow.js, jax-js, ONNX Runtime Web and PyTorch, in one run of
// the peer benchmark. Same weights, same batches; equal losses show that the work is equal. Ratios within the run are what counts.
//   npm run bench:peers -- --cases S,M --peers torch-1,jaxjs-wasm-1 --steps 20
//   --webgpu    also ours on WebGPU and the other stacks' graphics back ends
//   --native    also ours from the command line
//   --record    keep the figures in docs/performance/peers.json and docs/performance.md
// --steps, --warmup, --infer, --cap, --hard, --max-load, --verbose go to the benchmark, whose README explains them.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildWasm } from "./build-wasm.mjs";
import { ask, Complaint, main, must, runAndKeep } from "./command.mjs";
import { findChromium } from "./find-chromium.mjs";
import { comparisons, digest, isGpu, measured, NATIVE, OURS, unequal, written } from "./peers/figures.mjs";
import { needKnown, needPeerPackages, readHarness, runScript } from "./peers/harness.mjs";
import { environment, pkg, root } from "./places.mjs";
import { needCargo, needNode } from "./toolchain.mjs";

const PASSED_ON = ["steps", "warmup", "infer", "cap", "hard", "max-load"];

const { values: options } = parseArgs({
  options: {
    cases: { type: "string", default: "S,M,L" },
    peers: { type: "string" },
    webgpu: { type: "boolean", default: false },
    native: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    ...Object.fromEntries(PASSED_ON.map((name) => [name, { type: "string" }])),
  },
});
const given = (names) => names.filter((name) => options[name]).flatMap((name) => [`--${name}`, options[name]]);

const results = path.join(root, "bench-results");

/** The folder that the benchmark serves as ours. */
async function assemble(devices) {
  await buildWasm(devices.map((device) => `peer-${device}`));
  const folder = path.join(results, "peers");
  rmSync(folder, { recursive: true, force: true });
  for (const device of devices)
    cpSync(path.join(pkg, `peer-${device}`), path.join(folder, device), { recursive: true });
  cpSync(path.join(import.meta.dirname, "peers", "adapter.mjs"), path.join(folder, "adapter.mjs"));
  return folder;
}

/** Runs the benchmark on the chosen stacks and on ours. */
async function beside(peers) {
  const ours = Object.entries(OURS).filter(([name]) => options.webgpu || !isGpu(name));
  const folder = await assemble(options.webgpu ? ["cpu", "gpu"] : ["cpu"]);
  const out = path.join(results, "peers-harness.json");
  const args = [
    ...["--cases", options.cases, "--peers", [...peers, ...ours.map(([name]) => name)].join(",")],
    ...["--ours", folder, ...ours.flatMap(([, told]) => ["--ours-opts", JSON.stringify(told)])],
    ...["--out", out, ...given(PASSED_ON), ...(options.verbose ? ["--verbose"] : [])],
  ];
  const env = { ...environment, CHROMIUM: await findChromium() };
  const preload = pathToFileURL(path.join(import.meta.dirname, "peers", "end-with-server.mjs")).href;
  await must(process.execPath, ["--import", preload, runScript, ...args], { env });
  return JSON.parse(readFileSync(out, "utf8"));
}

/** Rows of the command line, one process each. */
async function natively(cases) {
  needCargo();
  const rows = [];
  for (const [name, sizes] of cases) {
    for (const [peer, { everySlot }] of Object.entries(NATIVE)) {
      const args = ["run", "--release", "--locked", "--bin", "dif-sr", "--", "peer", "--case", JSON.stringify(sizes)];
      args.push(...given(["steps", "warmup", "infer", "cap"]), ...(everySlot ? ["--every-slot"] : []));
      const load = os.loadavg()[0];
      const { status, stdout } = await runAndKeep("cargo", args);
      if (status !== 0) throw new Complaint(`The native measurement of ${name} failed.`);
      rows.push({ case: name, peer, load, ...JSON.parse(stdout) });
    }
  }
  return rows;
}

/** Which sources were measured. */
function commit() {
  const hash = ask("git", ["rev-parse", "--short", "HEAD"]) ?? "unknown";
  return ask("git", ["status", "--porcelain"]) ? `${hash} with changes` : hash;
}

function record(figures) {
  const page = path.join(root, "docs", "performance.md");
  const kept = path.join(root, "docs", "performance", "peers.json");
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(page, written(readFileSync(page, "utf8"), figures));
  console.log(`\nRecorded in ${path.relative(root, kept)} and ${path.relative(root, page)}.`);
}

await main(async () => {
  needNode();
  const known = readHarness();
  const names = options.cases.split(",");
  needKnown("case", names, Object.keys(known.cases));
  // Without a graphics device those back ends run in software, which takes long and says nothing.
  const usual = known.peers.map(({ name }) => name).filter((name) => options.webgpu || !isGpu(name));
  const peers = options.peers?.split(",").filter(Boolean) ?? usual;
  const all = known.peers.map(({ name }) => name);
  needKnown("other stack", peers, all);
  needPeerPackages(known.peers.filter(({ name }) => peers.includes(name)));
  mkdirSync(results, { recursive: true });

  const cases = names.map((name) => [name, known.cases[name]]);
  // Before the builds: a later change of a file is not what was measured.
  const measuredCommit = commit();
  const run = await beside(peers);
  if (options.native) run.rows.push(...(await natively(cases)));
  const figures = digest(run, { commit: measuredCommit });
  writeFileSync(path.join(results, "peers.json"), `${JSON.stringify(figures, null, 2)}\n`);
  // The benchmark has printed its own rows; those of the command line are not among them.
  if (options.native) console.log(`\n${measured(figures)}`);
  console.log(`\n${comparisons(figures)}`);
  const wrong = unequal(figures);
  if (wrong.length > 0) {
    const list = wrong.map((row) => `${row.case} ${row.peer} by ${row.loss_difference}`).join(", ");
    throw new Complaint(`Losses differ, so the work was not the same: ${list}.`);
  }
  if (options.record) record(figures);
});
