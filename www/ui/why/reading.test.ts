import { describe, expect, test } from "vitest";
import { readParts } from "./reading";

describe("reading a cell", () => {
  test("a share is given when all parts push the same way", () => {
    const reading = readParts([0.62, 0.18, 0.71, 1.94, 0.004]);
    expect(reading.kind).toBe("share");
    if (reading.kind !== "share") return;
    expect(reading.first.index).toBe(3);
    expect(reading.share).toBeCloseTo(1.94 / 3.454);
  });

  test("negative parts of a negative sum have shares too", () => {
    const reading = readParts([-1, -3]);
    expect(reading).toMatchObject({ kind: "share", share: 0.75 });
  });

  test("no share is given when parts pull against each other", () => {
    const reading = readParts([0.5, -0.4, 2]);
    expect(reading.kind).toBe("mixed");
    if (reading.kind !== "mixed") return;
    expect(reading.up.map((part) => part.index)).toEqual([2, 0]);
    expect(reading.down.map((part) => part.index)).toEqual([1]);
  });

  test("parts that are written as zero are silent", () => {
    expect(readParts([0.001, -0.002])).toMatchObject({ kind: "mixed", up: [], down: [] });
  });

  test("one source has nothing to be compared with", () => {
    expect(readParts([1.2])).toEqual({ kind: "single", sum: 1.2 });
  });
});
