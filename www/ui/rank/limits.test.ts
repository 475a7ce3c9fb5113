import { describe, expect, it } from "vitest";
import type { RandomRankRequest, RankReport } from "../../engine.ts";
import { reports } from "../../viz/fixtures/rankReports";
import { type Head, headOf } from "./limits";

function heads(change: Partial<RandomRankRequest> = {}): { decoupled: Head; early: Head } {
  const { decoupled, early } = reports(change);
  const [apart, mixed] = [headOf(decoupled, 0, 0), headOf(early, 0, 0)];
  if (!apart || !mixed) throw new Error("a report without a head");
  return { decoupled: apart, early: mixed };
}

const adds = ({ parts }: Head) => parts.map((part) => part.adds);
const reasons = ({ parts }: Head) => parts.map(({ reason }) => reason?.kind ?? "all");

describe("what binds the rank", () => {
  it("is the width of the one product in early fusion, and the widths of all products in decoupled fusion", () => {
    const { decoupled, early } = heads();
    expect([early.rank, early.limit]).toEqual([4, { kind: "width", width: 4 }]);
    expect([decoupled.rank, decoupled.limit]).toEqual([14, { kind: "widths", widths: [4, 4, 2, 2, 2], bias: false }]);
    expect(adds(decoupled)).toEqual([4, 4, 2, 2, 2]);
    expect(reasons(decoupled)).toEqual(["all", "all", "all", "all", "all"]);
  });

  it("is the number of clicks where they are few: both are full, and what comes after the first sources adds nothing", () => {
    const { decoupled, early } = heads({ length: 8, width: 16, attribute_widths: [8, 8, 8] });
    expect([early.limit.kind, decoupled.limit.kind]).toEqual(["full", "full"]);
    expect(adds(decoupled)).toEqual([8, 0, 0, 0, 0]);
    expect(reasons(decoupled)).toEqual(["full", "full", "full", "full", "full"]);
  });

  it("is a source's values where it takes fewer than it is wide; sources bound so share a pattern, once", () => {
    const one = heads({ attribute_widths: [4, 4, 4], attribute_values: [0, 3, 0] }).decoupled;
    expect(adds(one)).toEqual([4, 4, 4, 3, 4]);
    expect(one.limit).toMatchObject({ kind: "values", shared: false, parts: [{ source: 3, different: 3 }] });
    expect(one.parts[3]?.reason).toEqual({ kind: "values", different: 3 });

    const two = heads({ attribute_widths: [4, 4, 4], attribute_values: [3, 3, 0] }).decoupled;
    expect(two.rank, "not 4 + 4 + 3 + 3 + 4").toBe(17);
    expect(two.limit).toMatchObject({ kind: "values", shared: true });
    expect(two.parts.find(({ reason }) => reason?.kind === "shared")?.reason).toEqual({ kind: "shared", lost: 1 });
  });

  it.each([
    [2, 6],
    [3, 7],
    [8, 12],
  ])("is the items where %i of them repeat: all that follows from them together, and the position", (items, rank) => {
    const { decoupled, early } = heads({ length: 14, items, attribute_values: [items, items, items] });
    expect([decoupled.rank, early.rank]).toEqual([rank, 4]);
    expect(decoupled.limit).toEqual({ kind: "items", different: items });
    expect(adds(decoupled).reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(rank);
    expect(reasons(decoupled).at(-1), "the last attribute has nothing to add").toBe("items");
    if (items < 4) expect(decoupled.parts[0]?.reason).toEqual({ kind: "items", different: items });
  });

  it("is the gate where neither widths nor values explain it, and what each source adds is not said where one hides another", () => {
    const { decoupled } = reports({ attribute_widths: [4, 4, 4], attribute_values: [0, 3, 0] });
    const tables = decoupled.tables.map((table) =>
      table.source === null ? { ...table, rank: [6], generic: [6], grown: [7, 6, 6, 6, 6] } : table,
    );
    const found = headOf({ ...decoupled, fusion: "gate", tables }, 0, 0);
    expect(found?.limit).toEqual({ kind: "gate" });
    expect(found?.parts.map(({ adds, reason }) => [adds, reason])).toEqual(Array(5).fill([null, null]));
    const gated = decoupled.tables.map((table) =>
      table.source === null ? { ...table, grown: [2, 6, 6, 6, 6] } : table,
    );
    const first = headOf({ ...decoupled, fusion: "gate", tables: gated }, 0, 0)?.parts[0];
    expect(first?.reason, "nothing stands above it that it could share").toEqual({ kind: "gate", lost: 2 });
    expect(headOf({ ...decoupled, tables }, 0, 0)?.limit, "not too few values").toEqual({ kind: "shared" });
  });

  it("is rounding where fewer are counted than is exact", () => {
    const { decoupled } = reports();
    const tables = decoupled.tables.map((table) => (table.source === null ? { ...table, generic: [15] } : table));
    expect(headOf({ ...decoupled, tables }, 0, 0)?.limit).toEqual({ kind: "noise", generic: 15 });
  });

  it("counts the bias of concat as one more", () => {
    const { decoupled } = reports();
    const tables = decoupled.tables.map((table) =>
      table.source === null ? { ...table, rank: [15], generic: [15], bound: 15 } : table,
    );
    const found = headOf({ ...decoupled, fusion: "concat", tables }, 0, 0);
    expect(found?.limit).toEqual({ kind: "widths", widths: [4, 4, 2, 2, 2], bias: true });
  });

  it("is looked for in a layer and head that the model has", () => {
    const { decoupled } = reports();
    expect(headOf(decoupled, 5, 7)).toMatchObject({ layer: 0, head: 0, rank: 14 });
    const none: RankReport = { ...decoupled, layers: 0, heads: 0, tables: [] };
    expect(headOf(none, 0, 0)).toBeNull();
  });

  it("is no limit any more after the softmax, where the engine has counted that", () => {
    const { decoupled, early } = heads();
    expect([decoupled.rank, decoupled.after?.rank, decoupled.n]).toEqual([14, 24, 24]);
    expect(early.after, "these tables were not counted after it").toBeNull();
  });
});
