import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_WISH } from "./wishField";

function storage(kept: Record<string, string> = {}) {
  const values = new Map(Object.entries(kept));
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

describe("what a visitor prefers", () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  it("comes back at the next visit, and nothing else does", async () => {
    const local = storage();
    vi.stubGlobal("localStorage", local);
    const { set } = await import("./current");
    const { rememberVisitor, recallVisitor } = await import("./preferences");
    const stop = rememberVisitor();
    const wish = { systems: ["sasrec", "nova"], epochs: 5, seeds: 3, firstSeed: 9, targets: "prefix" } as const;
    set({ theme: "dark", language: "ko", wish, k: 20 });
    stop();
    expect(recallVisitor()).toEqual({ theme: "dark", language: "ko", wish });
  });

  it("is read as earlier versions kept it", async () => {
    const wish = { systems: ["sasrec", "nova"], epochs: 5, seeds: 3, firstSeed: null, targets: "default" };
    vi.stubGlobal(
      "localStorage",
      storage({ "dif-sr.theme": "light", "dif-sr.language": "en", "dif-sr.compare": JSON.stringify(wish) }),
    );
    const { recallVisitor } = await import("./preferences");
    expect(recallVisitor()).toEqual({ theme: "light", language: "en", wish });
  });

  it("that makes no sense is as good as none", async () => {
    for (const text of [
      "",
      "{",
      "3",
      "[]",
      '{"systems":[]}',
      '{"systems":["../x"],"seeds":2,"epochs":-1}',
      "cmp=foo.bar",
    ]) {
      vi.stubGlobal("localStorage", storage({ "dif-sr.theme": "neon", "dif-sr.compare": text }));
      const { recallVisitor } = await import("./preferences");
      expect(recallVisitor(), text).toEqual({ wish: DEFAULT_WISH });
    }
  });

  it("is asked for again where storage is forbidden", async () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new Error("forbidden");
      },
    });
    const { recallVisitor } = await import("./preferences");
    expect(recallVisitor()).toEqual({});
  });
});
