// `npm run bench:peers`: our training step and inference beside TensorFlow.js, jax-js, ONNX Runtime Web and PyTorch, in one run of
// the peer benchmark. Same weights, same batches; equal losses show that the work is equal. Ratios within the run are what counts.
//   npm run bench:peers -- --cases S,M --peers torch-1,jaxjs-wasm-1 --steps 20
//   --webgpu    also ours on WebGPU and the other stacks' graphics back ends
//   --native    also ours from the command line
//   --record    keep the figures in docs/performance/peers.json and docs/performance.md
// --steps, --warmup, --infer, --cap, --hard, --max-load, --verbose go to the benchmark, whose README explains them.
import { parseArgs } from "node:util";
import { circumstances, compare, keep, recorded, table } from "./bench-record.mjs";
import { Complaint, main } from "./command.mjs";
import { comparisons, measured, recordOnPage, unequal } from "./peers/figures.mjs";
import { againstLimits } from "./peers/limits.mjs";
import { besidePeers, PASSED_ON } from "./peers/run.mjs";
import { needNode } from "./toolchain.mjs";

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

await main(async () => {
  needNode();
  // Before the builds: a later change of a file is not what was measured.
  const where = circumstances();
  const figures = await besidePeers({
    ...options,
    cases: options.cases.split(","),
    peers: options.peers?.split(",").filter(Boolean),
    commit: where.commit,
    passedOn: PASSED_ON.filter((name) => options[name]).flatMap((name) => [`--${name}`, options[name]]),
  });
  const measurements = againstLimits(figures);
  const run = { ...where, measurements, details: figures };
  keep("peers", run, false);
  // The benchmark has printed its own rows; those of the command line are not among them.
  if (options.native) console.log(`\n${measured(figures)}`);
  console.log(`\n${comparisons(figures)}`);
  if (measurements.length > 0) console.log(`\n${table(compare(measurements, recorded("peers")))}`);
  const wrong = unequal(figures);
  if (wrong) throw new Complaint(wrong);
  if (options.record) console.log(`\nRecorded in ${keep("peers", run, true)} and ${recordOnPage(figures)}.`);
});
