import { describe, expect, it } from "vitest";
import { DEFAULTS, type Experiment, MAX_SESSION, reduce } from "./experiment";
import { readLink, writeLink } from "./url";

const rich: Experiment = {
  ...DEFAULTS,
  session: [3, 14, 15, 92, 3],
  pinned: [3, 14],
  focus: { row: 4, column: 2, pinned: true },
  layer: 1,
  head: "mean",
  k: 20,
  excludeSeen: true,
  panel: "train",
  theme: "dark",
  language: "ko",
};

/** A small repeatable generator, so that a failure can be found again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("link", () => {
  it("is empty for the defaults", () => {
    expect(writeLink(DEFAULTS, DEFAULTS, null)).toBe("");
    expect(readLink("")).toEqual({ state: {}, data: null });
  });

  it("brings back what was written", () => {
    const { state, data } = readLink(`?${writeLink(rich, DEFAULTS, null)}`);
    expect({ ...DEFAULTS, ...state }).toEqual(rich);
    expect(data).toBeNull();
  });

  it("brings back synthetic data with its own weights", () => {
    const weights = { chain: 0.25, brand: 0.5, price: 0, transition: 0.125, noise: 0.125 };
    const config = { preset: "department_chains", seed: 7, sessions: 500, weights } as const;
    const { state, data } = readLink(writeLink({ ...DEFAULTS, session: [5] }, DEFAULTS, config));
    expect(data).toEqual(config);
    expect(state.session).toEqual([5]);
  });

  it("tells an emptied session from the default one", () => {
    const defaults = { ...DEFAULTS, session: [1, 2, 3] };
    expect(writeLink(defaults, defaults, null)).toBe("");
    expect(readLink(writeLink({ ...defaults, session: [] }, defaults, null)).state.session).toEqual([]);
  });

  it("leaves the session of own files out", () => {
    expect(writeLink({ ...rich, session: [9] }, DEFAULTS, undefined)).not.toMatch(/s=|base=|cell=/);
  });

  it("leaves a cell out that is only hovered", () => {
    const hovered = reduce(DEFAULTS, { type: "focus", cell: { row: 2, column: 1 } });
    expect(writeLink(hovered, DEFAULTS, null)).toBe("");
  });

  it("drops what is not an item id and keeps the newest items", () => {
    expect(readLink("s=1.-2.3e3.x.0.7.1.5").state.session).toEqual([1, 7, 1, 5]);
    const long = Array.from({ length: 900 }, (_, index) => index + 1);
    expect(readLink(`s=${long.join(".")}`).state.session?.length).toBeLessThanOrEqual(MAX_SESSION);
  });

  it("carries the model that answers and those beside it, for the page's own data", () => {
    const state = { ...DEFAULTS, model: "dif_sr-gate", sides: ["dif_sr", "sasrecf-add"] };
    expect(writeLink(state, DEFAULTS, null)).toBe("m=dif_sr-gate&ab=dif_sr.sasrecf-add");
    expect(readLink("m=dif_sr-gate&ab=dif_sr.sasrecf-add").state).toMatchObject({
      model: "dif_sr-gate",
      sides: ["dif_sr", "sasrecf-add"],
    });
    expect(writeLink(state, DEFAULTS, { preset: "brand_loyal", seed: 9 })).not.toMatch(/m=|ab=/);
  });

  it("lets no path and no crowd in as systems", () => {
    expect(readLink("m=../../etc&ab=a.b.c.d.e.f").state).toEqual({ sides: ["a", "b", "c", "d"] });
    expect(readLink("ab=dif_sr").state).toEqual({});
  });

  it("keeps a cell above the diagonal: models that look both ways have it", () => {
    expect(readLink("cell=1.2").state.focus).toEqual({ row: 0, column: 1, pinned: true });
  });

  it("refuses values out of range", () => {
    const search = "k=11&layer=0&head=99&panel=admin&theme=neon&lang=xx&new=yes&cell=1.0&data=shop&seed=-1&base=";
    expect(readLink(search)).toEqual({ state: {}, data: null });
    expect(readLink("data=brand_loyal&seed=1&n=9999999&w=9_9_9_9_9").data).toEqual({ preset: "brand_loyal", seed: 1 });
    expect(readLink("data=brand_loyal&seed=1&w=0_0_0_0_0").data).toEqual({ preset: "brand_loyal", seed: 1 });
  });

  it("survives a thousand hostile queries, and what it reads can be written and read again", () => {
    const next = random(212);
    const keys = [
      "s",
      "base",
      "cell",
      "layer",
      "head",
      "k",
      "new",
      "panel",
      "theme",
      "lang",
      "data",
      "seed",
      "n",
      "w",
      "m",
      "ab",
    ];
    const pieces = [
      "sasrec",
      "%",
      "%ff",
      "1",
      "99999999999",
      "-1",
      "NaN",
      "1e9",
      ".",
      "..",
      "_",
      "\u0000",
      "__proto__",
      "mean",
    ];
    for (const piece of ["<script>", "한", "department_chains", "0.5", "&", "=", "[]", "{}", "null", " ", "+", "#"])
      pieces.push(piece);
    const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
    for (let round = 0; round < 1000; round++) {
      const query = Array.from({ length: 1 + Math.floor(next() * 8) }, () => {
        const value = Array.from({ length: Math.floor(next() * 6) }, () => pick(pieces)).join("");
        return `${pick(keys)}=${value}`;
      }).join("&");
      const link = readLink(query);
      const state = { ...DEFAULTS, ...link.state };
      const again = readLink(writeLink(state, DEFAULTS, link.data));
      expect({ ...DEFAULTS, ...again.state }, query).toEqual(state);
      expect(again.data, query).toEqual(link.data);
      expect(
        state.session.every((id) => Number.isSafeInteger(id) && id > 0),
        query,
      ).toBe(true);
      expect(state.layer >= 0 && state.layer < 16, query).toBe(true);
    }
  });
});
