import { describe, expect, it } from "vitest";
import { bestOther, MODELS, RESULTS } from "./paperResults";

describe("the paper's table", () => {
  it("has a value for every model in every row", () => {
    for (const row of RESULTS) expect(row.values).toHaveLength(MODELS.length);
  });

  it("shows DIF-SR ahead of the best other model in every row, as printed", () => {
    for (const row of RESULTS) expect(row.values.at(-1)).toBeGreaterThan(bestOther(row));
  });
});
