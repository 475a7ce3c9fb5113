import { afterEach, describe, expect, it } from "vitest";
import { language } from "../../content/language";
import { bytes, count, decimal, duration, percent, percentNumber, signed, wholeDuration } from "./format";
import { clock, fraction, percentBound } from "./formatMore";

afterEach(() => {
  language.value = "en";
});

describe("format", () => {
  it("writes a true minus sign, and none before zero", () => {
    expect([decimal(-1.234), decimal(-0.001), signed(-0.18), signed(0.62), signed(0.001)]).toEqual([
      "−1.23",
      "0.00",
      "−0.18",
      "+0.62",
      "0.00",
    ]);
  });

  it("groups thousands as the language does", () => {
    expect(count(51204)).toBe("51,204");
    language.value = "ko";
    expect(count(51204)).toBe("51,204");
  });

  it("writes percentages with and without their sign", () => {
    expect([percentNumber(0.1416), percent(0.1416)]).toEqual(["14.2", "14.2\u00a0%"]);
  });

  it("rounds bounds up, and none to nothing", () => {
    expect([0.0004, 0.0123, 0.013, 0].map(percentBound)).toEqual([
      "0.1\u00a0%",
      "1.3\u00a0%",
      "1.3\u00a0%",
      "0.1\u00a0%",
    ]);
  });

  it("writes scores as papers do", () => {
    expect([fraction(0.0908, 4), fraction(0.5), fraction(1), fraction(-0.25)]).toEqual([
      ".0908",
      ".500",
      "1.000",
      "−.250",
    ]);
  });

  it("chooses units that keep numbers short", () => {
    expect([wholeDuration(3.14), wholeDuration(1830)]).toEqual(["3\u00a0ms", "1.8\u00a0s"]);
    expect([duration(3.14), duration(210.4), duration(1830)]).toEqual(["3.1\u00a0ms", "210\u00a0ms", "1.8\u00a0s"]);
    expect([12, 148_000, 1_234_000, 3_567_951_872].map(bytes)).toEqual([
      "12\u00a0B",
      "148\u00a0KB",
      "1.2\u00a0MB",
      "3.6\u00a0GB",
    ]);
    expect([clock(14_000), clock(725_900), clock(-5)]).toEqual(["0:14", "12:05", "0:00"]);
  });

  it("shows a dash for what is no number", () => {
    expect([decimal(Number.NaN), count(Number.POSITIVE_INFINITY)]).toEqual(["–", "–"]);
  });
});
