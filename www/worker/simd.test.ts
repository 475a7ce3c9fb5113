import { afterEach, expect, it, vi } from "vitest";
import { runsRelaxedSimd, runsSimd } from "./simd";

afterEach(() => vi.unstubAllGlobals());

/** The last opcode of each module that WebAssembly is asked about, which it takes or not. */
function probed(taken: boolean): number[][] {
  const opcodes: number[][] = [];
  vi.stubGlobal("WebAssembly", {
    validate: (bytes: Uint8Array) => {
      opcodes.push([...bytes.slice(bytes.lastIndexOf(0xfd), -1)]);
      return taken;
    },
  });
  return opcodes;
}

it("asks for modules that are whole: this engine has vectors", () => {
  expect(runsSimd()).toBe(true);
});

it("asks for the instruction that the faster engine is made of", () => {
  const opcodes = probed(true);
  expect([runsSimd(), runsRelaxedSimd()]).toEqual([true, true]);
  expect(opcodes).toEqual([
    [0xfd, 0x11],
    [0xfd, 0x85, 0x02],
  ]);
});

it("takes a no for a no, and a browser without WebAssembly for one that has none of it", () => {
  probed(false);
  expect([runsSimd(), runsRelaxedSimd()]).toEqual([false, false]);
  Reflect.deleteProperty(globalThis, "WebAssembly");
  expect([runsSimd(), runsRelaxedSimd()]).toEqual([false, false]);
});
