import { describe, expect, test } from "vitest";
import { quarters, unlike } from "./measure";

describe("the time of an answer", () => {
  test("is the middle one, with the quarters around it", () => {
    expect(quarters([9, 1, 5, 3, 7, 2, 8, 4, 6])).toEqual({ least: 3, median: 5, most: 7 });
  });

  test("is never that of a session whose beginning the engine has just seen", () => {
    for (const session of [[4, 5, 6], [9], [9, 9]]) {
      const [one, two] = [unlike(session, 0, 10), unlike(session, 1, 10)];
      expect(one[0]).not.toBe(two[0]);
      expect(two.length).toBe(session.length);
      for (const item of two) expect(item >= 1 && item < 10).toBe(true);
    }
  });
});
