import { expect, it } from "vitest";
import type { ModelConfig, ModelSummary } from "../../engine.ts";
import { oneTable } from "./oneTable";

const of = (kind: ModelConfig["kind"], sources: number) =>
  oneTable({ config: { kind }, sources: Array.from({ length: sources }) } as unknown as ModelSummary);

it("says of a model what it compares, and of one that keeps its sources apart nothing", () => {
  expect([of("gru4rec", 0), of("gru4recf", 0), of("caser", 0)]).toEqual(Array(3).fill("nothing_compared"));
  expect([of("sasrec", 1), of("bert4rec", 1), of("s3rec", 1)]).toEqual(Array(3).fill("item_and_position"));
  expect([of("fdsa", 1), of("sasrecf", 1), of("nova", 1), of("icai", 1)]).toEqual([
    "stacks",
    ...Array(3).fill("mixed"),
  ]);
  expect([of("dif_sr", 5), of("dif_bert", 5)]).toEqual([null, null]);
});
