import { expect, test } from "vitest";
import { kindsOf } from "./kindsOf";

const problem = (line: number | null, { code = "time", column = "day" as string | null, count = 1 } = {}) => ({
  ...{ code, file: "log.csv", line, column, count },
  ...{ found: `found at ${line}`, expected: "a time", advice: "Correct it." },
});

test("one kind in one column of one file is one, with every row counted", () => {
  const kinds = kindsOf([
    problem(2),
    problem(3, { column: "rating" }),
    problem(5),
    problem(9, { count: 40 }),
    problem(4, { code: "cells" }),
  ]);
  expect(kinds.map(({ first, others, count }) => [first.line, others.map(({ line }) => line), count])).toEqual([
    [2, [5, 9], 42],
    [3, [], 1],
    [4, [], 1],
  ]);
});

test("nothing gives nothing", () => {
  expect(kindsOf([])).toEqual([]);
});
