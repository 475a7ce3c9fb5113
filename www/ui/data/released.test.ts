import { describe, expect, test } from "vitest";
import readme from "../../../README.md?raw";
import tables from "../../../src/train/released.rs?raw";
import code from "../../content/pytorch.py?raw";
import { RELEASED } from "./released";

describe("what leaves for PyTorch", () => {
  test("is read by the code of the README", () => {
    expect(code.length).toBeGreaterThan(500);
    expect(readme).toContain(`\`\`\`python\n${code}\`\`\`\n`);
  });

  test("has a class for every kind of model that has a table of names, and for no other", () => {
    const choice = /pub const fn table\([^{]*\{([\s\S]*?)\n\}/.exec(tables)?.[1] ?? "";
    const kinds = [...choice.matchAll(/ModelConfig::(\w+)\(/g)].map(([, kind = ""]) => kind.toLowerCase());
    expect(new Set(kinds)).toEqual(new Set(Object.keys(RELEASED).map((kind) => kind.replace("_", ""))));
  });
});
