// Samples of two profilers in one form: `{ stack, weight }`, the innermost function first.

/** A function's name without the hash of its crate or of itself: `gemm_basic::ha8b2f2e0a0e3d744`, `libm[40f58339702e5617]`. */
const withoutHash = (name) => name.replaceAll(/::h[0-9a-f]{16}\b|\[[0-9a-f]{16}\]/g, "");

/** A stack that is cut at its outer end may have lost the first of them. */
const WITHIN_A_STEP = /Trainer::(one_step|run_steps)|train::optimiser::/;

/** `perf script`: paragraphs of `address function`, the innermost first. Steps only: not what starting costs. */
export function perfSamples(text) {
  return text
    .split("\n\n")
    .map((paragraph) => {
      const lines = paragraph.split("\n").map((line) => /^\s+[0-9a-f]+ (.*)$/.exec(line)?.[1]);
      return { stack: lines.filter((name) => name && name !== "[unknown]").map(withoutHash), weight: 1 };
    })
    .filter(({ stack }) => stack.some((name) => WITHIN_A_STEP.test(name)));
}

/** Samples of Chromium's profiler: a tree of calls, each node with the number of times it was the innermost. */
export function chromiumSamples({ nodes }) {
  const parents = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node);
  const isEngine = ({ callFrame }) => callFrame.url.startsWith("wasm:") || callFrame.url.endsWith(".wasm");
  const stackOf = (node) => {
    const stack = [];
    for (let at = node; at; at = parents.get(at.id)) stack.push(withoutHash(at.callFrame.functionName));
    return stack;
  };
  return [...byId.values()]
    .filter((node) => node.hitCount > 0 && isEngine(node))
    .map((node) => ({ stack: stackOf(node), weight: node.hitCount }));
}
