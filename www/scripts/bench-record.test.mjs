import { describe, expect, it } from "vitest";
import { compare, table, write } from "./bench-record.mjs";

const step = (value, unit = "ms") => ({ name: "step", unit, value });

describe("a run beside the recorded one", () => {
  it("gives the ratio of what has the same name and unit", () => {
    expect(compare([step(30)], { measurements: [step(20)] })[0]).toMatchObject({ recorded: 20, ratio: 1.5 });
  });

  it("gives none for what is new or has another unit", () => {
    for (const before of [null, { measurements: [] }, { measurements: [step(20, "s")] }]) {
      expect(compare([step(30)], before)[0]).toMatchObject({ recorded: null, ratio: null });
    }
  });

  it("says in the table which limits hold", () => {
    const rows = compare(
      [
        { ...step(900), limit: 1000 },
        { ...step(1100), name: "other", limit: 1000 },
      ],
      null,
    );
    expect(table(rows)).toContain("| step | 900 ms | - | 1,000 held | - | - |");
    expect(table(rows)).toContain("| other | 1,100 ms | - | 1,000 MISSED | - | - |");
  });

  it("writes three digits that say something", () => {
    expect([0.012345, 1.2345, 123.45, 12345.6, 7, null].map(write)).toEqual([
      "0.0123",
      "1.23",
      "123",
      "12,346",
      "7",
      "-",
    ]);
  });
});
