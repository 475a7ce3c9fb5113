// What this browser's WebAssembly can do, found by asking whether it would take a module of one function.

/** `i32x4.splat(0)` */
const ZERO = [0x41, 0, 0xfd, 0x11];

/** `body` leaves one vector on the stack. */
function takes(...body: number[]): boolean {
  const types = [1, 5, 1, 0x60, 0, 1, 0x7b];
  const functions = [3, 2, 1, 0];
  // No local variables before it, an end behind it.
  const code = [10, body.length + 4, 1, body.length + 2, 0, ...body, 0x0b];
  const module = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...types, ...functions, ...code];
  return "WebAssembly" in globalThis && WebAssembly.validate(new Uint8Array(module));
}

/** Vectors, which every CPU engine computes with. */
export const runsSimd = () => takes(...ZERO);

/** `f32x4.relaxed_madd(0, 0, 0)`, which multiplies and adds at once: the faster of two engines is made of it. */
export const runsRelaxedSimd = () => takes(...ZERO, ...ZERO, ...ZERO, 0xfd, 0x85, 0x02);
