import { expect, test } from "vitest";
import type { DataSource } from "../worker/client";
import { dataIdentity } from "./dataIdentity";

const shop = (seed: number): DataSource => ({ kind: "synthetic", config: { preset: "brand_loyal", seed } });
const files = (text: string, core?: number): DataSource => ({
  kind: "files",
  name: "a.inter",
  itemName: null,
  log: new TextEncoder().encode(text),
  keep: core === undefined ? {} : { subset: { core } },
});

test("the same shop is the same data, in whatever order its settings were written", async () => {
  const turned: DataSource = { config: { seed: 1, preset: "brand_loyal" }, kind: "synthetic" };
  expect(await dataIdentity(shop(1))).toBe(await dataIdentity(turned));
  expect(await dataIdentity(shop(1))).not.toBe(await dataIdentity(shop(2)));
});

test("files are known by what is in them and by the part that is used", async () => {
  expect(await dataIdentity(files("one"))).toBe(await dataIdentity(files("one")));
  expect(await dataIdentity(files("one"))).not.toBe(await dataIdentity(files("two")));
  expect(await dataIdentity(files("one", 3))).not.toBe(await dataIdentity(files("one")));
});
