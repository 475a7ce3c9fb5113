import { expect, it } from "vitest";
import { runsSimd } from "./runsSimd";

it("finds SIMD in the engine these tests run on", () => {
  expect(runsSimd()).toBe(true);
});
