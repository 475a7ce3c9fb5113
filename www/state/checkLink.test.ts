import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeEngine, settle } from "./fakeEngine";

const MAPS = { layers: 2, heads: 4, causal: true, items: [1, 2], weights: [], gates: [] };

/** A visit of a link; the page brings three models for the first shop. */
async function visit(search: string, maps: object = MAPS) {
  vi.resetModules();
  const { DEFAULTS } = await import("./experiment");
  const { experiment } = await import("./current");
  const { readLink, writeLink } = await import("./link");
  const { notices } = await import("./notices");
  const { connect } = await import("./engine");
  const { followResources } = await import("./resources");
  const { rememberShop } = await import("./shopFacts");
  const { checkLink } = await import("./checkLink");
  vi.stubGlobal("fetch", async (url: string) =>
    String(url).includes("index")
      ? new Response(
          JSON.stringify({ date: "", systems: ["dif_sr", "nova", "sasrec"].map((id) => ({ id, name: id })) }),
        )
      : new Response(new Uint8Array(1)),
  );
  rememberShop("brand_loyal", { examples: [{ id: "a", items: [1, 2] }] });
  const engine = fakeEngine({
    open: () => ({}),
    catalogue: () => ({ attributes: [{ name: "Brand" }], items: Array.from({ length: 10 }, () => ({})) }),
    floors: () => ({}),
    loadModel: () => ({ system: { id: "dif_sr" }, config: {}, sources: [] }),
    predict: () => ({ ms: 1, value: { top: [], ranks: new Uint32Array() } }),
    explain: () => ({ ms: 1, value: maps }),
  });
  const link = readLink(search);
  experiment.value = { ...DEFAULTS, ...link.patch };
  const stop = followResources();
  await connect(engine.client);
  await settle();
  await checkLink(link.patch);
  stop();
  return { link, said: notices.value, address: writeLink(experiment.value, DEFAULTS) };
}

describe("what only data or model can tell of a link", () => {
  beforeEach(() => vi.stubGlobal("localStorage", undefined));
  afterEach(() => vi.unstubAllGlobals());

  for (const [search, named, address] of [
    ["item=99999", "item=99999", ""],
    ["off=zzz", "off=z", ""],
    ["off=Bz", "off=z", "off=B"],
    ["source=Z", "source=Z", ""],
    ["by=Z", "by=Z", ""],
    ["by=P", "by=P", ""],
    ["drawn=gru4rec", "drawn=gru4rec", ""],
    ["drawn=nova.icai.fdsa", "drawn=icai", "drawn=nova.fdsa"],
    ["with=caser", "with=caser", ""],
    ["layer=15&head=15", "layer=15,head=15", ""],
    ["cell=200.200", "cell=200.200", ""],
    ["cell=1.2", "cell=1.2", ""],
    ["m=bert4rec", "m=bert4rec", ""],
    ["ab=dif_sr.caser", "ab=dif_sr.caser", ""],
    ["ab=dif_sr.caser.nova", "ab=caser", "ab=dif_sr.nova"],
    ["ab-with=4", "ab-with=4", ""],
    ["data=brand_loyal&seed=9&m=nova&ab=nova.dif_sr", "m=nova,ab=nova.dif_sr", "data=brand_loyal&seed=9"],
  ] as const) {
    it(`goes back, and is named: ${search}`, async () => {
      const { link, said, address: left } = await visit(search);
      expect(link.dropped).toEqual([]);
      expect(said).toEqual([{ kind: "dropped", parts: named.split(",") }]);
      expect(left).toBe(address);
    });
  }

  it("stays where data and model have it", async () => {
    const search = "m=nova&cell=2.1&off=BP&layer=2&head=4&drawn=nova&source=P&with=sasrec&by=B&ab=dif_sr.sasrec";
    const { said, address } = await visit(search);
    expect([said, address]).toEqual([[], search]);
  });

  it("waits, of maps, for a model that has some", async () => {
    const { said, address } = await visit("layer=15", { ...MAPS, layers: 0 });
    expect([said, address]).toEqual([[], "layer=15"]);
  });
});
