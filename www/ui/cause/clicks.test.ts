import { describe, expect, it } from "vitest";
import type { Attribution, Verdict } from "../../engine.ts";
import { agreementOf, axisEnd, isRawSilent, readClicks, standing, strongest } from "./clicks";

const verdict = (probability: number, rank: number, rank_new = rank): Verdict => ({
  ...{ logit: Math.log(probability), probability, rank, rank_new },
});

function report(without: readonly Verdict[], products: readonly number[], base = verdict(0.142, 0)): Attribution {
  return {
    candidate: 9,
    items: without.map((_, index) => index + 1),
    sources: [],
    base,
    leave_one_out: without.length > 1 ? [...without] : null,
    gradient_times_input: [...products],
    normalised: true,
    raw: products.map(() => 1e-9),
    ablation: [],
  };
}

const FIVE = report(
  [verdict(0.143, 0), verdict(0.074, 3), verdict(0.114, 1), verdict(0.079, 2), verdict(0.149, 0)],
  [0.02, 1.12, 0.52, -1.48, -0.04],
);

describe("clicks", () => {
  it("stand beside the whole session, counted from 1, by the rank that the list counts", () => {
    const clicks = readClicks(FIVE, false);
    expect(clicks?.base).toEqual({ probability: 0.142, place: 1 });
    expect(clicks?.rows[1]).toMatchObject({ item: 2, without: { probability: 0.074, place: 4 }, product: 1.12 });
    expect(standing(verdict(0.1, 7, 2.5), true).place).toBe(3);
    expect(standing(verdict(0.1, 7, 2.5), false).place).toBe(8);
  });

  it("of the largest effect are three by each measure, whichever way it goes, and never all of them", () => {
    const clicks = readClicks(FIVE, false);
    expect([clicks?.largest, clicks?.largestProducts]).toEqual([
      [1, 3, 2],
      [3, 1, 2],
    ]);
    const two = readClicks(report([verdict(0.1, 1), verdict(0.2, 0)], [1, 2]), false);
    expect([two?.largest, two?.largestProducts]).toEqual([[1], [1]]);
  });

  it("cannot be taken out of a session of one", () => {
    expect(readClicks(report([verdict(0.1, 0)], [1]), false)).toBeNull();
  });
});

describe("the sentence", () => {
  const row = (clicks: Attribution) => {
    const found = readClicks(clicks, false);
    const most = found && strongest(found.base, found.rows, ({ without }) => without);
    return most && [most.row.slot, most.falls];
  };

  it("names what moves the item most, down or up", () => {
    expect(row(FIVE)).toEqual([1, true]);
    expect(row(report([verdict(0.13, 0), verdict(0.2, 0)], [1, 2]))).toEqual([1, false]);
  });

  it("says that nothing moves where nothing does", () => {
    expect(row(report([verdict(0.1421, 0), verdict(0.1419, 0)], [1, 2]))).toBeNull();
  });

  it("sees a change of rank behind a larger one that moves nothing", () => {
    expect(row(report([verdict(0.1423, 0), verdict(0.1419, 1)], [1, 2]))).toEqual([1, true]);
  });

  it("sees a change of rank that the percentages do not show", () => {
    expect(row(report([verdict(0.00301, 20), verdict(0.00297, 25)], [1, 2], verdict(0.003, 21)))).toEqual([1, true]);
  });
});

describe("the two measures", () => {
  const agreement = (products: readonly number[]) => {
    const clicks = readClicks({ ...FIVE, gradient_times_input: [...products] }, false);
    return clicks && agreementOf(clicks);
  };

  it("name the same clicks, in one order or another, some of them, or none", () => {
    expect(agreement([0, 3, 1, -2, 0])).toEqual({ kind: "same", of: 3 });
    expect(agreement([0.02, 1.12, 0.52, -1.48, -0.04])).toEqual({ kind: "order", of: 3 });
    expect(agreement([9, 1, 0, -8, 2])).toEqual({ kind: "some", of: 3, shared: 1 });
    expect(agreement([9, 0, 0, 0, 2])).toEqual({ kind: "none", of: 2 });
    expect(agreement([0, 0, 0, 0, 0])).toBeNull();
  });

  it("agree on nothing where leaving out names no click: none that moves the item, or all alike", () => {
    const agreed = (clicks: Attribution) => {
      const found = readClicks(clicks, false);
      return found && [found.largest, agreementOf(found)];
    };
    expect(agreed(report([verdict(0.14202, 0), verdict(0.142, 0)], [1, 2]))).toEqual([[], null]);
    const alike = Array.from({ length: 10 }, (_, at) => verdict(0.1 + at * 1e-9, 1));
    expect(agreed(report(alike, [9, 1, 2, 3, 4, 5, 6, 7, 8, 1]))).toEqual([[], null]);
  });

  it("have no order between clicks that are equal", () => {
    const twins = report([verdict(0.05, 1), verdict(0.05, 1), verdict(0.14, 0), verdict(0.142, 0)], [1, 2, 0, 0]);
    const found = readClicks(twins, false);
    expect(found?.largest.slice(0, 2)).toEqual([0, 1]);
    expect(found && agreementOf(found)).toEqual({ kind: "same", of: 2 });
  });

  it("are told apart from the raw look-up, where a LayerNorm leaves nothing", () => {
    expect(isRawSilent(FIVE)).toBe(true);
    expect(isRawSilent({ ...FIVE, raw: [0.02, 0.5, 0, 0, 0] })).toBe(false);
  });
});

describe("the axis", () => {
  it("ends at a round number not far beyond the largest", () => {
    expect([0.149, 0.2219, 0.0021, 0.96, 0.16, 0].map((most) => axisEnd([0.0001, most]))).toEqual([
      0.16, 0.25, 0.0025, 1, 0.16, 0.0001,
    ]);
  });
});
