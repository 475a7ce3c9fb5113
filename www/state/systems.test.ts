import { expect, test } from "vitest";
import type { RunConfig, System } from "../engine.ts";
import { systemOf } from "./systems";

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
