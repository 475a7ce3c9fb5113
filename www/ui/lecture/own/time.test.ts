import { expect, test } from "vitest";
import { readTime } from "./time";

test.each([
  ["1:20", 80],
  ["0:05", 5],
  [" 10:00 ", 600],
  ["60:00", 3600],
  ["1:5", 65],
  ["80", 80],
  ["80 s", 80],
  ["2 min", 120],
  ["2 min 30 s", 150],
  ["2분 30초", 150],
  ["45초", 45],
])("%s is a time", (text, seconds) => {
  expect(readTime(text)).toBe(seconds);
});

test.each(["", "0", "0:00", "1:75", "60:01", "-5", "1.5", "soon", "1:2:3", "99999"])("%j is none", (text) => {
  expect(readTime(text)).toBeNull();
});
