// What a processor was doing, from the functions it was in.

/**
 * Kinds of work by the innermost function that says which one it is. Names are those of Rust functions, demangled, natively and in
 * WebAssembly alike, and of the C library and the Linux kernel.
 */
const TELLING = [
  ["matrix products, projections", /\bgemm|matmul|ops::cpu::(projection|tiles|matrix::Factor)/],
  [
    "copies and layout",
    /mem(cpy|move|set|copy)|\bcopy_|contiguous|::(slice|cat|repeat|expand|permute)\b|simd::(pack|transpose)/,
  ],
  [
    "allocation",
    /\bmalloc|\bfree\b|_int_(free|malloc)|calloc|realloc|dealloc|[Aa]lloc_with|\b(s?brk|mmap|munmap)\b|page_fault/,
  ],
  ["optimiser", /optimiser::Update|\badam\b/i],
  ["embedding and its gradient", /embedding|nn::lookup|select_assign|select_add|scatter|gather/],
  ["softmax and losses", /softmax|cross_entropy|nn::loss/],
  ["layer norm and feed-forward", /layer_?norm|post_norm|PostNorm|cpu::norm|gelu/i],
  ["attention", /attention|decoupled|nn::heads|nn::fusion/i],
  ["batches", /data::(batch|split)|train::tasks/],
];

/** Kinds of work by the innermost function that says which, where none of those above is on the stack. */
const VAGUE = [
  ["other work on numbers", /burn_flex::|macerator|ops::cpu::(math|matrix|rows|relaxed_rows)|\bexpf?\b|\berff?\b/],
  ["bookkeeping of gradients", /burn_(autodiff|dispatch)|ops::cpu::graph|hashbrown/],
];

export const CATEGORIES = [...TELLING, ...VAGUE].map(([name]) => name).concat("other");

/** The category of a sample: `stack` lists functions, the innermost first. */
export function categoryOf(stack) {
  for (const kinds of [TELLING, VAGUE]) {
    for (const name of stack) {
      const found = kinds.find(([, pattern]) => pattern.test(name));
      if (found) return found[0];
    }
  }
  return "other";
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
