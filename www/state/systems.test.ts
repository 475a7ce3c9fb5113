import { expect, test } from "vitest";
import engineSystems from "../../src/config/systems.rs?raw";
import type { RunConfig, SideInformation, System } from "../engine.ts";
import { SYSTEM_IDS } from "./systemIds";
import { familyOf, nearestSystem, systemOf } from "./systems";

test("the systems that a link may name are the engine's, in its order", () => {
  const rows = engineSystems.matchAll(/Row \{\s*id: "([^"]+)"/g);
  expect([...rows].map(([, id]) => id)).toEqual([...SYSTEM_IDS]);
});

const all = ["dif_sr", "dif_sr-gate", "sasrecf", "sasrecf-add", "sasrec"].map((id) => ({ id }) as System);
const named = (model: object) => systemOf({ model } as RunConfig, all)?.id ?? null;

test("a configuration is the variant that its fusion makes it", () => {
  expect(named({ kind: "dif_sr", fusion: "sum" })).toBe("dif_sr");
  expect(named({ kind: "dif_sr", fusion: "gate" })).toBe("dif_sr-gate");
  expect(named({ kind: "sasrecf", fusion: "concat" })).toBe("sasrecf");
  expect(named({ kind: "sasrecf", fusion: "add" })).toBe("sasrecf-add");
  expect(named({ kind: "sasrec" })).toBe("sasrec");
});

test("a fusion without a row of its own is none of them", () => {
  expect(named({ kind: "dif_sr", fusion: "sigmoid_gate" })).toBeNull();
  expect(named({ kind: "unknown" })).toBeNull();
});

test("the settings of such a fusion are those of the plain form", () => {
  const nearest = (model: object) => nearestSystem({ model } as RunConfig, all)?.id ?? null;
  expect(nearest({ kind: "dif_sr", fusion: "sigmoid_gate" })).toBe("dif_sr");
  expect(nearest({ kind: "dif_sr", fusion: "gate" })).toBe("dif_sr-gate");
  expect(nearest({ kind: "unknown" })).toBeNull();
});

test.each<[SideInformation[], string]>([
  [["attention", "loss"], "decoupled"],
  [["attention"], "attention"],
  [["input", "loss"], "early"],
  [["output"], "late"],
  [["loss"], "loss"],
  [[], "none"],
])("side information at %o is of the family %s", (enters, family) => {
  expect(familyOf({ enters })).toBe(family);
});
