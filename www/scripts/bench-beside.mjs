// The section of the bench that stands beside other stacks: those that our limits speak of, where they are installed.
import { Complaint } from "./command.mjs";
import { comparisons, measured, recordOnPage, unequal } from "./peers/figures.mjs";
import { whatIsMissing } from "./peers/harness.mjs";
import { againstLimits } from "./peers/limits.mjs";
import { besidePeers } from "./peers/run.mjs";

/** PyTorch and the fastest of the stacks that run in a browser. `npm run bench:peers` knows more. */
const PEERS = ["torch-1", "jaxjs-wasm-1"];

/** Steps before the timed ones: a browser compiles a second time while the first few run. */
const WARM_UP = 10;

export const peers = {
  name: "peers",
  title: "Beside PyTorch on one thread and jax-js, in one run (graphics devices: npm run bench:peers -- --webgpu)",
  async measure({ sizes, steps: count, where }) {
    const missing = whatIsMissing(PEERS);
    if (missing) return { skipped: missing };
    const passedOn = ["--steps", String(count), "--warmup", String(WARM_UP)];
    const figures = await besidePeers({ cases: sizes, peers: PEERS, native: true, commit: where.commit, passedOn });
    const wrong = unequal(figures);
    if (wrong) throw new Complaint(wrong);
    console.log(`\n${measured(figures)}\n\n${comparisons(figures)}`);
    return { measurements: againstLimits(figures), details: figures };
  },
  recordMore: recordOnPage,
};
