import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkPackages, rulesIn, wrongCargoLock, wrongCrates, wrongPackageLock } from "./dependencies.mjs";
import { isAllowed } from "./licences.mjs";
import { root } from "./places.mjs";

const ALLOWED = ["MIT", "Apache-2.0", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"];
const rules = { allowed: ALLOWED, clarified: { silent: "MIT" }, once: ["burn"] };
const CRATES = "registry+https://github.com/rust-lang/crates.io-index";

test("a licence is allowed where everything that it asks for is", () => {
  for (const fine of ["MIT", "GPL-3.0 OR MIT", "MIT/GPL-3.0", "(GPL-3.0 OR MIT) AND Unicode-3.0", "MIT AND Apache-2.0"])
    expect(isAllowed(fine, ALLOWED), fine).toBe(true);
  for (const not of ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0", "GPL-3.0 OR LGPL-2.1", "mit"])
    expect(isAllowed(not, ALLOWED), not).toBe(false);
  expect(isAllowed("Apache-2.0 WITH LLVM-exception", ALLOWED)).toBe(true);
  expect(isAllowed("MIT WITH LLVM-exception", ALLOWED)).toBe(false);
  for (const none of ["", "MIT OR", "(MIT", "MIT)", "AND"]) expect(() => isAllowed(none, ALLOWED), none).toThrow();
});

test("the rules are those of deny.toml", () => {
  const text = 'allow = [\n  "MIT",\n  "ISC",\n]\n\n[[licenses.clarify]]\ncrate = "silent"\nexpression = "MIT"\n';
  expect(rulesIn(text)).toEqual({ allowed: ["MIT", "ISC"], clarified: { silent: "MIT" }, once: [] });
  expect(rulesIn(readFileSync(path.join(root, "deny.toml"), "utf8")).once).toContain("burn");
  expect(() => rulesIn("")).toThrow();
});

test("crates without an allowed licence, or from elsewhere, are named", () => {
  const crate = (parts) => ({ name: "a", version: "1.0.0", license: "MIT", source: CRATES, ...parts });
  const packages = [crate({}), crate({ source: null }), crate({ name: "silent", license: null })];
  expect(wrongCrates({ packages }, rules)).toEqual([]);
  const wrong = [crate({ license: "GPL-3.0" }), crate({ license: null }), crate({ source: "git+https://a.example" })];
  expect(wrongCrates({ packages: wrong }, rules)).toEqual([
    "a 1.0.0: GPL-3.0 is not allowed",
    "a 1.0.0 names no licence",
    "a 1.0.0 comes from git+https://a.example",
  ]);
});

test("the lock of crates has checksums, and one registry", () => {
  const block = (source, sum) => `[[package]]\nname = "a"\nversion = "1.0.0"\n${source}${sum}`;
  const official = `source = "${CRATES}"\n`;
  const checksum = `checksum = "${"0f".repeat(32)}"\n`;
  const wrong = (text) => wrongCargoLock(text, rules);
  expect(wrong(block(official, checksum) + block("", ""))).toEqual([]);
  expect(wrong(block(official, ""))).toEqual(["a 1.0.0 has no checksum"]);
  expect(wrong(block('source = "registry+https://mirror.example/index"\n', checksum))).toHaveLength(1);
  const burn = block(official, checksum).replace('"a"', '"burn"');
  expect([wrong(burn), wrong(burn + burn)]).toEqual([[], ["burn is there in several versions"]]);
});

test("the lock of npm has hashes, and names no host but the registry", () => {
  const integrity = `sha512-${"a".repeat(86)}==`;
  const lock = (parts) => ({
    packages: { "": {}, "node_modules/a": { license: "MIT", integrity, funding: { url: "https://x" }, ...parts } },
  });
  expect(wrongPackageLock(lock({ resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz" }), rules)).toEqual([]);
  expect(wrongPackageLock(lock({ integrity: undefined }), rules)).toEqual(["a has no hash of its content"]);
  expect(wrongPackageLock(lock({ integrity: "sha1-abc" }), rules)).toHaveLength(1);
  expect(wrongPackageLock(lock({ resolved: "https://registry.npmjs.org.evil.example/a.tgz" }), rules)).toHaveLength(1);
  expect(wrongPackageLock(lock({ version: "https://evil.example/a.tgz" }), rules)).toHaveLength(1);
  expect(wrongPackageLock(lock({ dependencies: { b: "git+ssh://git@a.example/b" } }), rules)).toHaveLength(1);
  expect(wrongPackageLock(lock({ link: true, resolved: "../a" }), rules)).toHaveLength(2);
  expect(wrongPackageLock(lock({ license: undefined }), rules)).toEqual(["a names no licence"]);
});

test("the packages of this page keep to it", () => {
  expect(checkPackages).not.toThrow();
});
