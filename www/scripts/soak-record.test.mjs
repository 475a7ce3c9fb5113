import { expect, test } from "vitest";
import { countsIn } from "./soak-fuzz.mjs";
import { slopeOf } from "./soak-memory.mjs";
import { held, inWords, table } from "./soak-record.mjs";

const run = (parts) => ({
  title: "Links",
  count: 90,
  full: 1000,
  seconds: 12,
  date: "2026-11-30",
  numbers: [],
  ...parts,
});
const slope = (value) => ({ what: "slope", value, limit: 1 });

test("a part is held unless it failed or missed a bound", () => {
  expect(held(run({ numbers: [slope(0.5), { what: "steps", value: 7 }] }))).toBe(true);
  expect(held(run({ numbers: [slope(1.5)] }))).toBe(false);
  expect(held(run({ numbers: [slope(Number.NaN)] }))).toBe(false);
  expect(held(run({ failure: "nothing came" }))).toBe(false);
});

test("the table says what really ran, out of how many, and what failed", () => {
  expect(inWords(run({ numbers: [slope(1.5), { what: "device", value: "CPU" }] }))).toBe(
    "slope: 1.5 (bound 1, MISSED); device: CPU",
  );
  const [, , first, second] = table([run({}), run({ failure: "a | b" })]).split("\n");
  expect(first).toBe("| Links | 90 | 1,000 |  | 12 s | 2026-11-30 |");
  expect(second).toContain("FAILED: a \\| b");
});

test("a slope is that of the line through all points", () => {
  expect(
    slopeOf([
      [0, 1],
      [1, 3],
      [2, 5],
    ]),
  ).toBeCloseTo(2);
  expect(
    slopeOf([
      [0, 1],
      [1, 2],
      [2, 1],
    ]),
  ).toBeCloseTo(0);
});

test("damaged files are counted by the lines of the test", () => {
  expect(countsIn("running 1 test\ndamaged, csv: 12\ndamaged, refused: 3\ntest x ... ok")).toEqual([
    { what: "csv", value: 12 },
    { what: "refused", value: 3 },
  ]);
});
