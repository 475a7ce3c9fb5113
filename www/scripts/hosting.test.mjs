// The headers of the page's host files are those that the page sets itself, wherever they are written down.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "./places.mjs";

const read = (...name) => readFileSync(path.join(root, ...name), "utf8");
const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(read("index.html")) ?? [];

test("the policy of the page stands in every host file, and allows nobody else", () => {
  expect(policy).toMatch(/^default-src 'self';/);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(policy).toMatch(/; require-trusted-types-for 'script'; trusted-types default$/);
  expect(read("www", "public", "_headers")).toContain(`  Content-Security-Policy: ${policy}\n`);
  const hosting = read("docs", "hosting.md");
  expect(hosting).toContain(`add_header Content-Security-Policy "${policy}" always;`);
  expect(hosting).toContain(`    Content-Security-Policy "${policy}"\n`);
});
