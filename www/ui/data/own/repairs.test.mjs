import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BELOW } from "./repairs";

test("the repair that the threshold of ratings is counted by is called so by the importer", () => {
  expect(readFileSync("src/import/reading.rs", "utf8")).toContain(`"${BELOW}"`);
});
