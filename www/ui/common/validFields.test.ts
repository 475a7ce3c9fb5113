import { describe, expect, test } from "vitest";
import { afterSaying } from "./validFields";

describe("fields beside one button", () => {
  test("one that can be read says nothing for another that cannot", () => {
    const one = afterSaying(new Set(), "seed", false);
    expect([...afterSaying(one, "sessions", true)]).toEqual(["seed"]);
    const both = afterSaying(one, "sessions", false);
    expect([...both]).toEqual(["seed", "sessions"]);
    expect([...afterSaying(both, "seed", true)]).toEqual(["sessions"]);
  });

  test("what is said again changes nothing", () => {
    const one = afterSaying(new Set(), "seed", false);
    expect(afterSaying(one, "seed", false)).toBe(one);
  });
});
