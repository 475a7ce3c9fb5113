import { expect, test } from "vitest";
import { choiceOf, OFFERED, offeredOf } from "./roles";

test("what is chosen for a column is what it is then read as", () => {
  for (const offered of [...OFFERED, "longName", "longValue"] as const) {
    const { role = "", kind, long } = choiceOf(offered);
    expect(offeredOf({ role, kind: long ? `long: ${long}` : (kind ?? null) })).toBe(offered);
  }
});
