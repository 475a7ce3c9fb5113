// What a processor was doing, from the functions it was in.

/**
 * Kinds of work by the innermost function that says which one it is. Names are those of Rust functions, demangled, natively and in
 * WebAssembly alike, and of the C library and the Linux kernel.
 */
const TELLING = [
  ["matrix products", /\bgemm|matmul/],
  [
    "copies and layout",
    /mem(cpy|move|set|copy)|\bcopy_|contiguous|::(slice|cat|repeat|expand|permute)\b|simd::(pack|transpose)/,
  ],
  [
    "allocation",
    /\bmalloc|\bfree\b|_int_(free|malloc)|calloc|realloc|dealloc|[Aa]lloc_with|\b(s?brk|mmap|munmap)\b|page_fault/,
  ],
  ["optimiser", /optimiser::Update|\badam\b|::Adam\b|fused::optimi/i],
  ["embedding and its gradient", /embedding|nn::lookup|select_assign|select_add|scatter|gather/],
  ["softmax and losses", /softmax|cross_entropy|nn::loss|fused::(loss|scor)/],
  ["layer norm and feed-forward", /layer_?norm|post_norm|PostNorm|gelu|feed_forward/i],
  ["attention", /attention|decoupled|nn::heads|nn::fusion/i],
  ["batches", /data::(batch|split)|train::tasks/],
];

/** Work on numbers one by one that no function above it claims: most of a gradient that is derived operation by operation. */
const ELEMENTWISE = /unary|binary|scalar_op|\bzip|reduce|float_|macerator|\bexpf?\b|\berff?\b|mask_fill/;

export const CATEGORIES = [...TELLING.map(([name]) => name), "other work on numbers", "other"];

/** The category of a sample: `stack` lists functions, the innermost first. */
export function categoryOf(stack) {
  for (const name of stack) {
    const telling = TELLING.find(([, pattern]) => pattern.test(name));
    if (telling) return telling[0];
  }
  return stack.some((name) => ELEMENTWISE.test(name)) ? "other work on numbers" : "other";
}

/** Shares of the categories among weighted samples, `{ stack, weight }`; they sum to 1 where there is a sample at all. */
export function sharesOf(samples) {
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const shares = Object.fromEntries(CATEGORIES.map((name) => [name, 0]));
  for (const { stack, weight } of samples) shares[categoryOf(stack)] += weight / total;
  return shares;
}

/** The functions that take most: each one's share as the innermost, the greatest first. */
export function heaviest(samples, count) {
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const own = new Map();
  for (const { stack, weight } of samples) own.set(stack[0], (own.get(stack[0]) ?? 0) + weight / total);
  return [...own].sort(([, a], [, b]) => b - a).slice(0, count);
}
