import { describe, expect, it } from "vitest";
import shop from "../../src/data/shop.rs?raw";
import example from "../ready/example.json";
import { english } from "./en";
import { korean } from "./ko";
import { goods } from "./ko/goods";

const { catalogue } = example;
const open = { key: { kind: "shop" as const }, catalogue };
const [category, brand, price] = catalogue.attributes.map(({ values }) => values.slice(1));
const items = catalogue.items.slice(1).map(({ name }) => name);

describe("what the shops of the page sell", () => {
  it("has a Korean name each, and no name is left of what is not sold", () => {
    const sold = [...items, ...(category ?? []), ...(brand ?? [])];
    expect(Object.keys(goods).sort()).toEqual([...new Set(sold)].sort());
    expect(items.length).toBe(240);
  });

  it("is all that the engine's own list of goods has", () => {
    const list = shop.slice(shop.indexOf("pub const BRANDS"), shop.indexOf("/// The pictogram names"));
    const names = [...list.matchAll(/"([A-Z0-9][^"]*)"/g)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => !(name in goods))).toEqual([]);
  });

  it("is told apart by its Korean name as by its English one", () => {
    for (const names of [items, category ?? [], brand ?? []]) {
      expect(new Set(names.map((name) => goods[name])).size).toBe(new Set(names).size);
    }
  });

  it("is written in Korean, with measures and abbreviations alone in Latin letters", () => {
    for (const name of Object.values(goods)) {
      expect(name).toMatch(/\p{Script=Hangul}/u);
      expect(name.replace(/\b(?:mm|GB|TB|LED|U|V)(?![A-Za-z])/g, ""), name).not.toMatch(/[A-Za-z]/);
    }
  });

  it("is called in English as the engine calls it", () => {
    expect(english.shops.named(open)).toBe(catalogue);
  });

  it("has its Korean names in the catalogue, in the same places, and the same catalogue each time", () => {
    const named = korean.shops.named(open);
    expect(named.items.map(({ name }) => name).slice(1)).toEqual(items.map((name) => goods[name]));
    expect(named.items.map(({ values }) => values)).toEqual(catalogue.items.map(({ values }) => values));
    expect(named.attributes.map(({ name }) => name)).toEqual(catalogue.attributes.map(({ name }) => name));
    expect(named.attributes[0]?.values[0]).toBe("");
    expect(named.attributes[1]?.values.slice(1)).toEqual(brand?.map((name) => goods[name]));
    expect(named.attributes[2]?.values.slice(1)).toEqual(price);
    expect(korean.shops.named(open)).toBe(named);
  });

  it("is not what a visitor's own data has, whatever that is called", () => {
    expect(korean.shops.named({ key: { kind: "own" }, catalogue })).toBe(catalogue);
  });
});
