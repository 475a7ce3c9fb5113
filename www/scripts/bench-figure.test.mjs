import { describe, expect, it } from "vitest";
import { scaleFigure } from "./bench-figure.mjs";

const STAGES = ["import", "epoch", "evaluation"];

/** Two series of points from 1,000 to 100,000, with or without figures of memory. */
function series(hasMemory) {
  const stages = (make) => Object.fromEntries(STAGES.map((stage, index) => [stage, make(index + 1)]));
  const point = (grows, size) => ({
    ...{ interactions: 1000, items: 1000, [grows]: size },
    ...stages((factor) => ({ ms: factor * size, peak_bytes: hasMemory ? factor * size * 1e4 : null })),
  });
  return ["interactions", "items"].map((grows) => ({
    grows,
    points: [1000, 10_000, 100_000].map((size) => point(grows, size)),
    growth: stages((factor) => ({ time: factor, memory: hasMemory ? 0.5 : null })),
  }));
}

describe("the figure of growth", () => {
  it("has a panel for time and one for memory of each series, every line named with its exponent", () => {
    const svg = scaleFigure(series(true));
    for (const title of ["time", "peak memory"])
      for (const grows of ["interactions", "items"]) expect(svg).toContain(`>${title} with more ${grows}</text>`);
    expect(svg.match(/>evaluation \^3\.00</g)).toHaveLength(2);
    expect(svg.match(/>one epoch \^0\.50</g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it("leaves memory out where the system does not tell", () => {
    const svg = scaleFigure(series(false));
    expect(svg).not.toContain("memory with");
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});
