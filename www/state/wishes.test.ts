import { describe, expect, it } from "vitest";
import { DEFAULTS } from "./experiment";
import { patchQuery, readWishes, wordsOfComparison } from "./wishes";

describe("what a link may wish beside a state", () => {
  it("is read beside the rest of the link, and named with it where it cannot be used", () => {
    const wishes = readWishes("?panel=train&epochs=20&lambda=2.5&run=1&answer=b&layer=x", DEFAULTS);
    expect(wishes.patch.panel).toBe("train");
    expect(wishes.patch.form?.changes).toEqual({ "training.epochs": 20, "model.attributes.lambda": 2.5 });
    expect([wishes.runs, wishes.answer]).toEqual([true, 2]);
    expect(wishes.dropped).toEqual(["layer=x"]);
    const bad = readWishes("epochs=0&lambda=-1&run=2&answer=d&answer=ab", DEFAULTS);
    expect(bad).toMatchObject({ patch: {}, runs: false, answer: null });
    expect(bad.dropped).toEqual(["epochs=0", "lambda=-1", "run=2", "answer=d", "answer=ab"]);
  });

  it("changes one setting of the next run and leaves the others", () => {
    const now = { ...DEFAULTS, form: { system: "sasrecf", changes: { "training.epochs": 3 } } };
    expect(readWishes("lambda=20", now).patch.form).toEqual({
      system: "sasrecf",
      changes: { "training.epochs": 3, "model.attributes.lambda": 20 },
    });
  });
});

describe("a patch in the words of a link", () => {
  it("leaves what it does not name of a choice with several keys", () => {
    const wish = { ...DEFAULTS.wish, systems: ["dif_sr", "sasrec"] };
    const { patch } = readWishes(patchQuery({ "cmp-epochs": "20" }, { ...DEFAULTS, wish }), DEFAULTS);
    expect(patch.wish).toEqual({ ...wish, epochs: 20 });
    expect(readWishes(patchQuery({ "cmp-epochs": "20" }, DEFAULTS), DEFAULTS).patch).toEqual({
      wish: { ...DEFAULTS.wish, epochs: 20 },
    });
  });

  it("means what is compared where that is on screen", () => {
    expect(wordsOfComparison({ ab: "dif_sr.sasrec", epochs: "20", n: "9" })).toEqual({
      cmp: "dif_sr.sasrec",
      "cmp-epochs": "20",
      n: "9",
    });
  });
});
