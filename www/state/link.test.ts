import { describe, expect, it } from "vitest";
import { PANEL_IDS } from "../panels";
import { MAX_SESSION } from "./codecs";
import { DEFAULTS, type Experiment, reduce } from "./experiment";
import { FIELD_NAMES, FIELDS, type FieldName, type Patch } from "./fields";
import { readLink, writeLink } from "./link";
import { DEFAULT_WISH } from "./wishField";

/** A value of every field that is not its fallback. A field that is missing here fails the types. */
const CHOSEN: { readonly [Name in FieldName]: Experiment[Name] } = {
  data: {
    kind: "shop",
    config: {
      preset: "department_chains",
      seed: 7,
      sessions: 500,
      weights: { chain: 0.25, brand: 0.5, price: 0, transition: 0.125, noise: 0.125 },
    },
  },
  model: "dif_sr-gate",
  session: [3, 14, 15, 92, 3],
  quiz: { seed: 12, target: 0, revealed: true },
  pinned: [3, 14],
  focus: { row: 4, column: 2 },
  off: ["B", "P"],
  factors: [
    { letter: "B", layer: null, factor: 0.5 },
    { letter: "C", layer: 1, factor: 2 },
  ],
  candidate: 12,
  layer: 1,
  head: "mean",
  scale: "shared",
  fusedShows: "scores",
  mapForm: "lines",
  cover: ["decoupled"],
  exercise: "one-click",
  lecture: "ten",
  step: "rank",
  click: 2,
  weights: "random",
  rankClicks: 9,
  rankWidth: 16,
  rankAttributeWidth: 3,
  rankHeads: 2,
  rankFrom: "long",
  way: "late",
  diagrams: ["nova", "fdsa"],
  source: "B",
  beside: "sasrecf",
  wide: true,
  moment: "backward",
  truthClicks: "all",
  mapBy: "B",
  k: 20,
  excludeSeen: true,
  tables: ["maps", "row"],
  history: "masked",
  lossOff: ["total", "attribute-0"],
  lossScale: "log",
  smoothing: "some",
  curve: "recall20",
  sides: ["dif_sr", "sasrecf-add"],
  sideLayer: 1,
  sideHead: 0,
  partner: 2,
  form: { system: "nova", changes: { "training.epochs": 30, "training.learning_rate": 0.01, "model.fusion": "gate" } },
  device: "cpu",
  minutes: 5,
  restsHidden: true,
  wish: { systems: ["sasrec", "nova"], epochs: 5, seeds: 3, firstSeed: 9, targets: "prefix" },
  panel: "train",
  view: ["why", "train"],
  hide: ["paper", "header"],
  embed: "why",
  parent: "https://deck.example",
  projector: true,
  theme: "dark",
  language: "ko",
};
const rich: Experiment = { ...DEFAULTS, ...CHOSEN };

/** A small repeatable generator, so that a failure can be found again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const read = (query: string): Experiment => ({ ...DEFAULTS, ...readLink(query).patch });

describe("a link", () => {
  it("is empty for the defaults", () => {
    expect(writeLink(DEFAULTS, DEFAULTS)).toBe("");
    expect(readLink("")).toEqual({ patch: {}, dropped: [] });
  });

  it("brings back every field, one by one", () => {
    for (const name of FIELD_NAMES) {
      const state: Experiment = { ...DEFAULTS, [name]: CHOSEN[name] };
      const query = writeLink(state, DEFAULTS);
      expect(query, name).not.toBe("");
      expect(readLink(query), name).toEqual({ patch: { [name]: CHOSEN[name] }, dropped: [] });
    }
  });

  it("brings back all fields together", () => {
    expect(read(`?${writeLink(rich, DEFAULTS)}`)).toEqual(rich);
  });

  it("of before, with the sessions of a shop under the key of the rank panel's clicks, opens the same shop", () => {
    const old = readLink("data=brand_loyal&seed=1&n=600");
    expect(old).toEqual(readLink("data=brand_loyal&seed=1&sessions=600"));
    expect(old.patch.data).toMatchObject({ config: { sessions: 600 } });
    expect(readLink("n=24&data=brand_loyal").patch).toMatchObject({ rankClicks: 24 });
  });

  it("needs no key twice", () => {
    const keys = FIELD_NAMES.flatMap((name) => [...FIELDS[name].keys]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("tells an emptied session from the data's example", () => {
    expect(writeLink({ ...DEFAULTS, example: [1, 2, 3] }, DEFAULTS)).toBe("");
    expect(readLink(writeLink({ ...DEFAULTS, session: [] }, DEFAULTS)).patch.session).toEqual([]);
  });

  it("leaves own files out, and whatever their items' ids mean", () => {
    const own = writeLink({ ...rich, data: { kind: "own", id: 1 } }, DEFAULTS);
    expect(own).not.toMatch(/\b(s|base|cell|data|m|quiz|off)=/);
    expect(own).toMatch(/\bpanel=train\b/);
  });

  it("leaves out models that were trained here", () => {
    const state = { ...DEFAULTS, model: "trained:run-1", sides: ["dif_sr", "trained:run-1"] };
    expect(writeLink(state, DEFAULTS)).toBe("");
  });

  it("names what was left out", () => {
    expect(readLink("k=11&nonsense=1&panel=why&s=1.2").dropped).toEqual(["nonsense=1", "k=11"]);
    expect(readLink(`theme=${"x".repeat(200)}`).dropped[0]?.length).toBeLessThan(60);
  });

  it("leaves out systems that there are none of, names them, and what is remembered of them is none", () => {
    expect(readLink("cmp=foo.bar")).toEqual({ patch: { wish: DEFAULT_WISH }, dropped: ["cmp=foo.bar"] });
    const { patch, dropped } = readLink("cmp=nova.foo.sasrec&m=nope&ab=dif_sr.zzz");
    expect(patch).toEqual({ wish: { ...DEFAULT_WISH, systems: ["nova", "sasrec"] } });
    expect(dropped).toEqual(["m=nope", "ab=dif_sr.zzz", "cmp=foo"]);
  });

  it("names the parts that were left out where the rest was read", () => {
    expect(readLink("view=why,toy&hide=paper,nonsense,footer").dropped).toEqual(["view=toy", "hide=nonsense,footer"]);
    expect(readLink("table=maps.nonsense")).toEqual({ patch: { tables: ["maps"] }, dropped: ["table=nonsense"] });
    expect(readLink("table=nonsense")).toEqual({ patch: {}, dropped: ["table=nonsense"] });
  });

  it("names what is no item, no letter, and items that are too old to be kept", () => {
    expect(readLink("s=-5.3")).toEqual({ patch: { session: [3] }, dropped: ["s=-5"] });
    expect(readLink("s=3..5.")).toEqual({ patch: { session: [3, 5] }, dropped: [] });
    expect(readLink("off=B3")).toEqual({ patch: { off: ["B"] }, dropped: ["off=3"] });
    const ids = Array.from({ length: 900 }, (_, index) => 123_456 + index);
    const { patch, dropped } = readLink(`s=${ids.join(".")}`);
    expect(patch.session).toEqual(ids.slice(-MAX_SESSION));
    expect(dropped).toEqual([expect.stringMatching(/^s=123456\.123457\..*…$/)]);
  });

  it("pins no list of nothing", () => {
    expect(readLink("base=")).toEqual({ patch: {}, dropped: ["base="] });
  });

  it("that leaves no panel leaves all of them, and its view and hide are named", () => {
    expect(readLink("view=train&hide=train,header&k=20")).toEqual({
      patch: { k: 20 },
      dropped: ["view=train", "hide=train,header"],
    });
    expect(readLink(`hide=${PANEL_IDS.join(",")}`)).toEqual({ patch: {}, dropped: [expect.stringMatching(/^hide=/)] });
    expect(readLink("view=train,why&hide=train").patch).toEqual({ view: ["train", "why"], hide: ["train"] });
    expect(readLink("embed=why&hide=why").patch).toEqual({ embed: "why", hide: ["why"] });
  });

  it("that names a key twice is read by the first, and the second is named", () => {
    expect(readLink("lang=ko&lang=en")).toEqual({ patch: { language: "ko" }, dropped: ["lang=en"] });
    expect(readLink("lang=ko&lang=ko").dropped).toEqual([]);
  });

  it("to a setting in the engine's own words, and back to what it is without a link", () => {
    const byRecall = "set=training.valid_metric:Recall@20";
    const { patch } = readLink(byRecall);
    expect(patch.form?.changes).toEqual({ "training.valid_metric": "Recall@20" });
    expect(writeLink({ ...DEFAULTS, ...patch }, DEFAULTS)).toBe(byRecall);
    // Against a state that is not the defaults, a field as it is by default is written, too.
    const base = { ...DEFAULTS, ...patch };
    const back = writeLink(DEFAULTS, base);
    expect(back).toBe("set=-");
    expect(readLink(back)).toEqual({ patch: { form: DEFAULTS.form }, dropped: [] });
  });

  it("names what no item or setting could be, also where another one could", () => {
    expect(readLink("s=abc")).toEqual({ patch: {}, dropped: ["s=abc"] });
    const { patch, dropped } = readLink("set=training.epochs:5,nonsense:1");
    expect(patch.form?.changes).toEqual({ "training.epochs": 5 });
    expect(dropped).toEqual(["set=training.epochs:5,nonsense:1"]);
    expect(readLink("set=training.epochs:5:6").dropped).toHaveLength(1);
  });

  it("drops what is not an item id and keeps the newest items", () => {
    expect(readLink("s=1.-2.3e3.x.0.7.1.5").patch.session).toEqual([1, 7, 1, 5]);
    const long = Array.from({ length: 900 }, (_, index) => index + 1);
    expect(readLink(`s=${long.join(".")}`).patch.session?.length).toBeLessThanOrEqual(MAX_SESSION);
  });

  it("lets no path and no crowd in as systems", () => {
    const { patch, dropped } = readLink("m=../../etc&ab=nova.icai.fdsa.caser.s3rec.sasrec");
    expect(patch).toEqual({ sides: ["nova", "icai", "fdsa", "caser"] });
    expect(dropped).toEqual(["m=../../etc", "ab=s3rec.sasrec"]);
    expect(readLink("ab=dif_sr").patch).toEqual({});
  });

  it("keeps a cell above the diagonal: models that look both ways have it", () => {
    expect(readLink("cell=1.2").patch.focus).toEqual({ row: 0, column: 1 });
  });

  it("to a shop whose seed no shop can have opens no other shop with its item ids", () => {
    for (const seed of ["4294967296", "99999999999", "-1", "x"]) {
      const { patch, dropped } = readLink(`data=department_chains&seed=${seed}&s=1.2`);
      expect(patch, seed).toEqual({ session: [1, 2] });
      expect(dropped, seed).toContain(`seed=${seed}`);
    }
    expect(readLink("data=department_chains&seed=4294967295").patch.data).toMatchObject({
      config: { seed: 4294967295 },
    });
  });

  it("refuses values out of range, part by part where a field has several", () => {
    const search = "k=11&layer=0&head=99&panel=admin&theme=neon&lang=xx&new=yes&cell=1.0&data=shop&seed=-1";
    expect(readLink(search).patch).toEqual({});
    const data = readLink("data=brand_loyal&seed=1&sessions=9999999&w=9_9_9_9_9");
    expect(data.patch.data).toEqual({ kind: "shop", config: { preset: "brand_loyal", seed: 1 } });
    expect(data.dropped).toEqual(["sessions=9999999", "w=9_9_9_9_9"]);
  });

  it("of before, with models side by side in the Compare panel, leads to where they are now", () => {
    expect(readLink("panel=compare&ab=caser.dif_sr-gate").patch).toMatchObject({ panel: "side" });
    expect(readLink("panel=compare&ab=nonsense.sasrec").patch).toEqual({ panel: "side" });
    const state = { ...DEFAULTS, panel: "compare", sides: ["caser", "fdsa"] } as const;
    expect(writeLink(state, DEFAULTS)).toBe("panel=compare");
  });

  it("survives a thousand hostile queries, and what it reads can be written and read again", () => {
    const next = random(212);
    const keys = [...FIELD_NAMES.flatMap((name) => [...FIELDS[name].keys]), "step", "__proto__", "constructor"];
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
    ];
    for (const piece of [
      "<script>",
      "한",
      "department_chains",
      "0.5",
      "&",
      "=",
      "[]",
      "{}",
      "null",
      " ",
      "+",
      "#",
      "mean",
    ])
      pieces.push(piece);
    for (const piece of [
      "training.epochs:3",
      "model.x:true",
      ",",
      "why",
      "javascript:alert(1)",
      "https://a.b/c",
      "own",
    ])
      pieces.push(piece);
    const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
    for (let round = 0; round < 1000; round++) {
      const query = Array.from({ length: 1 + Math.floor(next() * 8) }, () => {
        const value = Array.from({ length: Math.floor(next() * 6) }, () => pick(pieces)).join("");
        return `${pick(keys)}=${value}`;
      }).join("&");
      const { patch } = readLink(query);
      const state: Experiment = { ...DEFAULTS, ...patch };
      const again: Patch = readLink(writeLink(state, DEFAULTS)).patch;
      const written: Patch = state.panel === "compare" ? { ...again, sides: state.sides } : again;
      expect({ ...DEFAULTS, ...written }, query).toEqual(state);
      expect(state.session?.every((id) => Number.isSafeInteger(id) && id > 0) ?? true, query).toBe(true);
      expect(reduce(DEFAULTS, { type: "set", patch }), query).toBeTruthy();
    }
  });
});
