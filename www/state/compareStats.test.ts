import { describe, expect, test } from "vitest";
import { areApart, besideFloors, difference, interval, standing, summarise, verdict } from "./compareStats";

const of = (value: number, error = 0.01) => ({ value, error });
const named = (name: string, value: number, error = 0.01) => ({ name, value, error });
const names = (entries: readonly { name: string }[] | undefined) => entries?.map((one) => one.name);

describe("seeds", () => {
  test("one seed keeps its session error and has no spread", () => {
    expect(summarise([of(0.3, 0.02)])).toEqual({ value: 0.3, spread: null, error: 0.02, seeds: 1 });
  });

  test("several seeds: mean, sample standard deviation, both errors together", () => {
    const summary = summarise([of(0.28, 0.03), of(0.3, 0.03), of(0.32, 0.03)]);
    expect(summary?.value).toBeCloseTo(0.3, 12);
    expect(summary?.spread).toBeCloseTo(0.02, 12);
    expect(summary?.error).toBeCloseTo(Math.sqrt(0.03 ** 2 + 0.02 ** 2 / 3), 12);
  });

  test("seeds that agree do not make the sessions' error smaller", () => {
    expect(summarise([of(0.3), of(0.3), of(0.3)])?.error).toBeCloseTo(0.01, 12);
  });

  test("no seed, no summary", () => {
    expect(summarise([])).toBeNull();
  });
});

describe("telling apart", () => {
  test("an interval is two errors either way and never below zero", () => {
    expect(interval(of(0.3)).low).toBeCloseTo(0.28, 12);
    expect(interval(of(0.3)).high).toBeCloseTo(0.32, 12);
    expect(interval(of(0.005)).low).toBe(0);
    expect(interval(of(0.995)).high).toBe(1);
  });

  test("only intervals that do not overlap are apart, in either order", () => {
    expect(areApart(of(0.3), of(0.341))).toBe(true);
    expect(areApart(of(0.341), of(0.3))).toBe(true);
    expect(areApart(of(0.3), of(0.339))).toBe(false);
    expect(areApart(of(0.25, 0), of(0.25, 0))).toBe(false);
  });

  test("a difference has the errors of both, and counts from where the intervals part", () => {
    const found = difference(of(0.3, 0.03), of(0.2, 0.04));
    expect(found.value).toBeCloseTo(0.1, 12);
    expect(found.error).toBeCloseTo(0.05, 12);
    expect(found.counts).toBeCloseTo(0.14, 12);
    for (const beyond of [-0.001, 0.001]) {
      const [one, other] = [of(0.3, 0.01), of(0.3 - difference(of(0.3), of(0.3)).counts - beyond, 0.01)];
      expect(standing(one, other)).toBe(beyond > 0 ? "above" : "same");
    }
  });

  test("the leader is above some and cannot be told apart from others", () => {
    const found = verdict([named("none", 0.2), named("decoupled", 0.3), named("early", 0.29)]);
    expect(found?.leader.name).toBe("decoupled");
    expect(names(found?.same)).toEqual(["early"]);
    expect(names(found?.below)).toEqual(["none"]);
  });

  test("one result alone is not compared", () => {
    expect(verdict([named("alone", 0.2)])).toBeNull();
  });

  test("to the best floor a result is above, below, or cannot be told apart from it", () => {
    const floors = [named("popularity", 0.05, 0.005), named("Markov", 0.25, 0.005)];
    const found = besideFloors([named("a", 0.4), named("b", 0.26), named("c", 0.1)], floors);
    expect(found?.floor.name).toBe("Markov");
    expect([names(found?.above), names(found?.same), names(found?.below)]).toEqual([["a"], ["b"], ["c"]]);
    expect(besideFloors([named("a", 0.4)], [])).toBeNull();
  });
});
