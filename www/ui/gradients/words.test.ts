import { describe, expect, it } from "vitest";
import { cosineText, normText, tiny } from "./words";

describe("numbers of the panel", () => {
  it("a cosine is 1.000 only where it is one to three digits", () => {
    expect([1, 0.9996, 0.996, 0.99, 0.25, 0, -0.3, -1].map(cosineText)).toEqual([
      ...["1.000", "1.000", "0.996", "+0.99", "+0.25", "0.00", "−0.30", "−1.00"],
    ]);
  });

  it("small numbers are powers of ten, and never ten of them", () => {
    expect([0, 3e-15, 9.7e-7, 0.00012, 0.0421, 1.5].map(tiny)).toEqual([
      ...["0", "3 × 10⁻¹⁵", "1 × 10⁻⁶", "1 × 10⁻⁴", ".042", "1.500"],
    ]);
    expect([0, 5e-6, 0.25].map(normText)).toEqual([".000", "5 × 10⁻⁶", ".250"]);
  });
});
