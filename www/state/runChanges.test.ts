import { describe, expect, test } from "vitest";
import type { RunConfig } from "../engine.ts";
import { runChanges } from "./runChanges";
import { MOST_RECORDS, type RunRecord, withRecord } from "./runRecord";

function record(name: string, model: object, training: object, over: Partial<RunRecord> = {}): RunRecord {
  return { id: name, ended: 0, name, config: { model, training } as RunConfig, ...over } as RunRecord;
}
const difSr = { kind: "dif_sr", fusion: "sum", hidden_size: 32, attributes: [{ lambda: 10 }, { lambda: 10 }] };

describe("what changed", () => {
  test("numbers, and one value for attributes that agree", () => {
    const before = record("DIF-SR", difSr, { learning_rate: 0.001, seed: 1 });
    const after = record(
      "DIF-SR",
      { ...difSr, attributes: [{ lambda: 5 }, { lambda: 5 }] },
      { learning_rate: 0.0003, seed: 1 },
    );
    expect(runChanges(before, after)).toEqual([
      { setting: "lambda", from: 10, to: 5 },
      { setting: "learning_rate", from: 0.001, to: 0.0003 },
    ]);
  });

  test("attributes that differ are all named", () => {
    const after = record("DIF-SR", { ...difSr, attributes: [{ lambda: 10 }, { lambda: 2 }] }, {});
    expect(runChanges(record("DIF-SR", difSr, {}), after)).toEqual([{ setting: "lambda", from: 10, to: "10, 2" }]);
  });

  test("another system comes first; what only one of them has, and the fusion in its name, are left out", () => {
    const before = record("SASRec", { kind: "sasrec", hidden_size: 16 }, { seed: 1 });
    expect(runChanges(before, record("DIF-SR", difSr, { seed: 2 }))).toEqual([
      { setting: "system", from: "SASRec", to: "DIF-SR" },
      { setting: "hidden_size", from: 16, to: 32 },
      { setting: "seed", from: 1, to: 2 },
    ]);
    const gate = record("DIF-SR (gate)", { ...difSr, fusion: "gate" }, {});
    expect(runChanges(record("DIF-SR", difSr, {}), gate).map((one) => one.setting)).toEqual(["system"]);
  });

  test("the same settings changed nothing", () => {
    expect(runChanges(record("DIF-SR", difSr, { seed: 1 }), record("DIF-SR", difSr, { seed: 1 }))).toEqual([]);
  });
});

describe("kept records", () => {
  test("newest first, each once, and not without end", () => {
    let kept: RunRecord[] = [];
    for (let at = 0; at < MOST_RECORDS + 3; at++) kept = withRecord(kept, record(`run ${at}`, {}, {}, { ended: at }));
    expect(kept).toHaveLength(MOST_RECORDS);
    expect(kept[0]?.id).toBe(`run ${MOST_RECORDS + 2}`);
    expect(kept.at(-1)?.id).toBe("run 3");
    expect(withRecord(kept, record("run 5", {}, {}, { ended: 999 }))[0]?.id).toBe("run 5");
    expect(withRecord(kept, record("run 5", {}, {}, { ended: 999 }))).toHaveLength(MOST_RECORDS);
  });
});
