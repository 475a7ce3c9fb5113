import { expect, test } from "vitest";
import { savesData } from "./connection";

test("only an outspoken wish saves data", () => {
  const withConnection = (connection?: object) => savesData({ connection } as unknown as Navigator);
  expect(withConnection({ saveData: true })).toBe(true);
  expect(withConnection({ saveData: false })).toBe(false);
  expect(withConnection(undefined)).toBe(false);
});
