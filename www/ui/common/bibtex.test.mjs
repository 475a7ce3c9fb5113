import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PAGE_BIBTEX, PAPER_BIBTEX } from "./bibtex.ts";

const cff = readFileSync(new URL("../../../CITATION.cff", import.meta.url), "utf8");

/** A field of an entry on one line, without the braces that keep capitals. */
function field(bibtex, name) {
  const [, text = ""] = new RegExp(`${name}\\s*= \\{([^]*?)\\},?\\n`).exec(bibtex) ?? [];
  return text.replace(/[{}]/g, "").replace(/\s+/g, " ");
}

/** The first value of a key at an indent, after `from`. */
function said(key, from = "") {
  const [, text = ""] = new RegExp(`${key}: "?([^"\n]+)`).exec(cff.slice(Math.max(0, cff.indexOf(from)))) ?? [];
  return text;
}

describe("references to copy", () => {
  it("cite this page as CITATION.cff does", () => {
    expect(field(PAGE_BIBTEX, "title")).toBe(said("title"));
    expect(field(PAGE_BIBTEX, "version")).toBe(said("version", "type: software"));
    expect(field(PAGE_BIBTEX, "author")).toBe(said("name", "authors:"));
  });

  it("cite the paper as CITATION.cff does", () => {
    const at = "references:";
    expect(field(PAPER_BIBTEX, "title")).toBe(said("title", at));
    expect(field(PAPER_BIBTEX, "booktitle")).toBe(said("collection-title", at));
    expect(field(PAPER_BIBTEX, "doi")).toBe(said("doi", at));
    expect(field(PAPER_BIBTEX, "year")).toBe(said("year", at));
    const names = [...cff.matchAll(/family-names: (\w+)\s+given-names: (\w+)/g)].map(
      ([, last, first]) => `${last}, ${first}`,
    );
    expect(field(PAPER_BIBTEX, "author")).toBe(names.join(" and "));
  });
});
