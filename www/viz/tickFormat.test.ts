import { describe, expect, test } from "vitest";
import { tickDigits, tickFormat } from "./tickFormat";

const write = (value: number, digits: number) => value.toFixed(digits);
const written = (ticks: readonly number[]) => ticks.map(tickFormat(ticks, write));

describe("labels of ticks", () => {
  test("no tick is rounded and all have the same digits", () => {
    expect(written([0, 0.05, 0.1, 0.15, 0.2])).toEqual(["0.00", "0.05", "0.10", "0.15", "0.20"]);
    expect(written([0, 0.04, 0.08, 0.12])).toEqual(["0.00", "0.04", "0.08", "0.12"]);
    expect(written([0, 2, 4, 6])).toEqual(["0", "2", "4", "6"]);
    expect(written([0, 2.5, 5])).toEqual(["0.0", "2.5", "5.0"]);
    expect(written([-0.001, 0, 0.001])).toEqual(["-0.001", "0.000", "0.001"]);
  });

  test("errors of binary fractions are no digits", () => {
    expect(tickDigits([0, 0.1, 0.1 + 0.2, 0.6000000000000001])).toBe(1);
  });

  test("whatever step an axis has, its labels read as its ticks", () => {
    for (const step of [1, 2, 2.5, 5])
      for (let power = -6; power <= 4; power++) {
        const ticks = Array.from({ length: 6 }, (_, index) => index * step * 10 ** power);
        const labels = written(ticks);
        expect(new Set(labels).size).toBe(ticks.length);
        labels.forEach((label, index) => {
          expect(Number(label)).toBeCloseTo(ticks[index] ?? 0, 9);
        });
      }
  });

  test("an axis without ticks needs no digits", () => {
    expect(tickDigits([])).toBe(0);
    expect(tickDigits([0])).toBe(0);
  });
});
