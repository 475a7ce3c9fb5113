import { describe, expect, test } from "vitest";
import type { Choice } from "../../state/shelf";
import { named, openingPair, presetChoices } from "./opening";

const choice = (system: string, key = system): Choice => ({
  key,
  version: key,
  system,
  name: system,
  label: "",
  weights: async () => new Uint8Array(),
});
const keys = (list: readonly Choice[] | null) => list?.map(({ key }) => key) ?? null;
const zoo = ["dif_sr", "dif_sr-concat", "dif_sr-gate", "sasrec", "sasrecf", "sasrecf-add"].map((id) => choice(id));

describe("the pair to begin with", () => {
  test("is the model that answers against additive early fusion", () => {
    expect(keys(openingPair(zoo, choice("dif_sr-gate")))).toEqual(["dif_sr-gate", "sasrecf-add"]);
    expect(keys(openingPair(zoo, choice("sasrecf-add")))).toEqual(["sasrecf-add", "sasrecf"]);
  });

  test("is whatever there is where the usual opponents are missing", () => {
    expect(keys(openingPair([choice("caser"), choice("fdsa")], null))).toEqual(["caser", "fdsa"]);
  });

  test("two runs of one system are a pair, one run is not", () => {
    expect(keys(openingPair([choice("sasrec", "1"), choice("sasrec", "2")], null))).toEqual(["1", "2"]);
    expect(openingPair([choice("sasrec")], null)).toEqual([]);
    expect(openingPair([], null)).toEqual([]);
  });
});

describe("the models of a link", () => {
  test("are those it names, in its order, or none at all", () => {
    expect(keys(named(["sasrec", "dif_sr"], zoo))).toEqual(["sasrec", "dif_sr"]);
    expect(named(["sasrec", "nonsense"], zoo)).toBeNull();
    expect(named([], zoo)).toBeNull();
  });
});

describe("presets", () => {
  test("take the newest weights of each system", () => {
    const list = [...zoo, choice("sasrec", "newer")];
    expect(keys(presetChoices("without", list))).toEqual(["dif_sr", "newer"]);
  });

  test("are not offered where a system is missing", () => {
    expect(presetChoices("places", zoo)).toBeNull();
  });
});
