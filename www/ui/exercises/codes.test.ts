import { expect, test } from "vitest";
import { EXERCISES } from "../../content/exercises/exercises";
import { codeOf } from "./desk";

test("every exercise has a code of its own, of four digits", () => {
  const codes = EXERCISES.map(({ name }) => codeOf(name));
  expect(new Set(codes).size).toBe(EXERCISES.length);
  for (const code of codes) expect(code).toMatch(/^\d{4}$/);
});
