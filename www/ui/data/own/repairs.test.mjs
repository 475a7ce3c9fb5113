import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BELOW, LEFT_OUT } from "./repairs";

test.each([
  [BELOW, "reading.rs"],
  [LEFT_OUT, "lib.rs"],
])("the repair that the page knows as %j is called so by the importer", (what, file) => {
  expect(readFileSync(`src/import/${file}`, "utf8")).toContain(`"${what}"`);
});
