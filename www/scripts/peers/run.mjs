// Runs the peer benchmark on other stacks and on ours, one after another.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildWasm } from "../build-wasm.mjs";
import { Complaint, must, runAndKeep } from "../command.mjs";
import { findChromium } from "../find-chromium.mjs";
import { environment, pkg, root } from "../places.mjs";
import { needCargo } from "../toolchain.mjs";
import { digest, isGpu, NATIVE, OURS } from "./figures.mjs";
import { needKnown, needPeerPackages, readHarness, runScript } from "./harness.mjs";

/** Options that the benchmark itself reads; of these the command line reads some, too. */
export const PASSED_ON = ["steps", "warmup", "infer", "cap", "hard", "max-load"];
const NATIVE_READS = ["--steps", "--warmup", "--infer", "--cap"];

const results = path.join(root, "bench-results");

/**
 * The figures of a run. `cases`: names of sizes; `peers`: names of other stacks, all that need no graphics device where none is
 * named; `webgpu`: graphics devices as well; `native`: the command line as well; `passedOn`: options with their values.
 */
export async function besidePeers({
  cases,
  peers,
  webgpu = false,
  native = false,
  verbose = false,
  commit,
  passedOn = [],
}) {
  const known = readHarness();
  needKnown("case", cases, Object.keys(known.cases));
  const all = known.peers.map(({ name }) => name);
  // Without a graphics device those back ends run in software, which takes long and says nothing.
  const chosen = peers ?? all.filter((name) => webgpu || !isGpu(name));
  needKnown("other stack", chosen, all);
  needPeerPackages(known.peers.filter(({ name }) => chosen.includes(name)));
  mkdirSync(results, { recursive: true });

  const ours = Object.keys(OURS).filter((name) => webgpu || !isGpu(name));
  const out = path.join(results, "peers-harness.json");
  const args = [
    ...["--cases", cases.join(","), "--peers", inTurn(chosen, ours).join(",")],
    ...["--ours", await assemble(webgpu ? ["cpu", "gpu"] : ["cpu"])],
    ...ours.flatMap((name) => ["--ours-opts", JSON.stringify(OURS[name])]),
    ...["--out", out, ...passedOn, ...(verbose ? ["--verbose"] : [])],
  ];
  const env = { ...environment, CHROMIUM: await findChromium() };
  const preload = pathToFileURL(path.join(import.meta.dirname, "end-with-server.mjs")).href;
  await must(process.execPath, ["--import", preload, runScript, ...args], { env });
  const run = JSON.parse(readFileSync(out, "utf8"));
  if (native) {
    for (const name of cases) run.rows.push(...(await natively(name, known.cases[name], passedOn)));
  }
  return digest(run, { commit });
}

/**
 * The order of a run: the speed of a machine changes within minutes, so what the page computes comes right after PyTorch, and ours
 * with every slot after the stacks that do the same.
 */
export function inTurn(chosen, ours) {
  const isTorch = (name) => name.startsWith("torch");
  const [first, ...rest] = ours;
  return [...chosen.filter(isTorch), first, ...chosen.filter((name) => !isTorch(name)), ...rest];
}

/** The folder that the benchmark serves as ours. */
async function assemble(devices) {
  await buildWasm(devices.map((device) => `peer-${device}`));
  const folder = path.join(results, "peers");
  rmSync(folder, { recursive: true, force: true });
  for (const device of devices)
    cpSync(path.join(pkg, `peer-${device}`), path.join(folder, device), { recursive: true });
  cpSync(path.join(import.meta.dirname, "adapter.mjs"), path.join(folder, "adapter.mjs"));
  return folder;
}

/** Rows of the command line, one process each. */
async function natively(name, sizes, passedOn) {
  needCargo();
  const understood = passedOn.filter((_, at) => NATIVE_READS.includes(passedOn[at - (at % 2)]));
  const rows = [];
  for (const [peer, { everySlot }] of Object.entries(NATIVE)) {
    const args = ["run", "--release", "--locked", "--bin", "dif-sr", "--", "peer", "--case", JSON.stringify(sizes)];
    args.push(...understood, ...(everySlot ? ["--every-slot"] : []));
    const load = os.loadavg()[0];
    const { status, stdout } = await runAndKeep("cargo", args);
    if (status !== 0) throw new Complaint(`The native measurement of ${name} failed.`);
    rows.push({ case: name, peer, load, ...JSON.parse(stdout) });
  }
  return rows;
}
