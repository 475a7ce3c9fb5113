import { describe, expect, it, vi } from "vitest";
import type { Choice } from "../../state/shelf";
import { keepsApart, narrowChoice, opponent } from "./pair";

const choice = (system: string): Choice => ({
  ...{ key: `ready:${system}`, version: "shop", system, name: system, label: "" },
  weights: async () => new Uint8Array(),
});
const ALL = ["dif_sr", "sasrec", "nova", "sasrecf-add", "dif_sr-narrow", "nova-narrow"].map(choice);

describe("the model beside", () => {
  it("is told by where a system fuses: DIF-BERT keeps its sources apart as DIF-SR does", () => {
    expect(["dif_sr", "dif_sr-gate", "dif_sr-narrow", "dif_bert"].filter(keepsApart)).toHaveLength(4);
    expect(["sasrec", "sasrecf-add", "nova", "nova-narrow", "icai", "fdsa", "bert4rec"].filter(keepsApart)).toEqual([]);
  });

  it("adds first where the other keeps its sources apart, and keeps them apart where the other adds", () => {
    expect(opponent(ALL, true, "ready:dif_sr", false)?.system).toBe("sasrecf-add");
    expect(opponent(ALL, false, "ready:sasrecf-add", false)?.system).toBe("dif_sr");
  });

  it("has heads as narrow as the other's", () => {
    expect(opponent(ALL, true, "ready:dif_sr-narrow", true)?.system).toBe("nova-narrow");
  });

  it("is never the model itself, and nobody where there is no other", () => {
    expect(opponent(ALL, true, "ready:sasrecf-add", false)?.system).toBe("nova");
    expect(opponent([choice("dif_sr")], true, "ready:dif_sr", false)).toBeNull();
  });
});

describe("a model with narrow heads", () => {
  it("is no other choice's model, needs no words, and comes from a file of its own", async () => {
    const choice = narrowChoice({ id: "nova", name: "NOVA" }, "brand_loyal");
    expect(choice).toMatchObject({ key: "ready:nova-narrow", system: "nova-narrow", name: "NOVA" });
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(url);
      return new Response(Uint8Array.of(7));
    });
    expect([...(await choice.weights())]).toEqual([7]);
    expect(asked.map((url) => url.split("/").slice(-3).join("/"))).toEqual(["brand_loyal/narrow/nova.safetensors"]);
    vi.unstubAllGlobals();
  });
});
