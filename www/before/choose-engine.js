// Asks for the engine that this browser runs fastest, before any other script: the one with relaxed SIMD, whose instructions
// multiply and add at once, or the one without. The page's own code takes the file that was chosen here.
{
  // A module whose one function is f32x4.relaxed_madd(0, 0, 0).
  const types = [1, 5, 1, 0x60, 0, 1, 0x7b];
  const functions = [3, 2, 1, 0];
  const zero = [0x41, 0, 0xfd, 0x11];
  const body = [0, ...zero, ...zero, ...zero, 0xfd, 0x85, 0x02, 0x0b];
  const code = [10, body.length + 2, 1, body.length, ...body];
  const relaxed =
    "WebAssembly" in globalThis &&
    WebAssembly.validate(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...types, ...functions, ...code]));
  const linkTo = (engine) => document.querySelector(`link[data-engine="${engine}"]`);
  // `npm start` serves the page before the faster engine is built.
  ((relaxed && linkTo("relaxed-simd")) || linkTo("simd")).rel = "preload";
}
