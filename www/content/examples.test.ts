import { describe, expect, it } from "vitest";
import type { BakedExample } from "../engine.ts";
import { examples as english } from "./en/examples";
import { examples as korean } from "./ko/examples";

const lists = import.meta.glob<Partial<BakedExample>>(["../ready/example.json", "../ready/*/index.json"], {
  import: "default",
  eager: true,
});
const ids = Object.values(lists).flatMap(({ examples = [] }) => examples.map(({ id }) => id));

describe("example sessions", () => {
  it("have ids of their own over all shops", () => {
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ["English", english],
    ["Korean", korean],
  ])("have a name for every id, and no name without one, in %s", (_, words) => {
    expect(Object.keys(words.exampleNames).sort()).toEqual([...ids].sort());
  });
});
