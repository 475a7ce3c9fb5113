import { describe, expect, test } from "vitest";
import type { ModelConfig } from "../../engine.ts";
import { SYSTEM_IDS } from "../../state/systemIds";
import { SYSTEMS, WAYS, wayOf } from "../../state/ways";
import { planOf } from "../common/fusionPlan";
import { choose, drawnSystem, joiningOf } from "./ways";

describe("what is drawn for a way", () => {
  test("the model that answers, where it belongs to the way", () => {
    expect(drawnSystem("early", [], "nova-gate")).toBe("nova-gate");
    expect(drawnSystem("late", [], "nova-gate")).toBe("fdsa");
  });

  test("what was chosen, before the model that answers", () => {
    expect(drawnSystem("early", ["icai", "s3rec"], "sasrecf")).toBe("icai");
    expect(drawnSystem("decoupled", ["icai"], "gru4rec")).toBe("dif_sr");
  });

  test("a choice replaces that of its own way and no other", () => {
    expect(choose("s3rec", ["nova", "fdsa"])).toEqual(["nova", "s3rec"]);
  });

  test("every system of a way is one that the page has, in one way only", () => {
    const all = WAYS.flatMap((way) => SYSTEMS[way]);
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(SYSTEM_IDS).toContain(id);
    expect(wayOf("gru4recf")).toBeNull();
  });
});

describe("how a system joins its sources", () => {
  test("values stay the item's own only where the vectors meet inside attention", () => {
    expect(["nova", "nova-gate"].map(planOf)).toEqual(["attention", "attention"]);
    expect(["sasrecf", "sasrecf-add", "icai"].map(planOf)).toEqual(["input", "input", "input"]);
  });

  test("the configuration says it; without one the name does", () => {
    expect(joiningOf("dif_sr", { kind: "dif_sr", fusion: "sigmoid_gate" } as ModelConfig)).toBe("sigmoid_gate");
    expect(["dif_sr", "dif_sr-gate", "sasrecf", "sasrecf-add"].map((id) => joiningOf(id, null))).toEqual([
      "sum",
      "gate",
      "concat",
      "add",
    ]);
  });
});
