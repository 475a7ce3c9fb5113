import { describe, expect, test } from "vitest";
import type { Agreement, Law } from "../../engine.ts";
import type { Scored } from "./score";
import { lifts, standing } from "./standing";

function scored(kappa: number | null, half = 0.04): Scored {
  const agreement: Agreement = {
    ...{ n: 500, hits: 250, right: 0.5, chance: 0.25, right_half: 0.04 },
    kappa,
    kappa_half: kappa === null ? null : half,
  };
  return { n: 500, hits: 250, agreement };
}

const names = (placed: readonly { method: string }[]) => placed.map(({ method }) => method);

describe("who names the planted click", () => {
  test("intervals that reach into each other are level, and one that holds 0 is at chance", () => {
    const scores = {
      leave_one_out: scored(0.39),
      gradient_times_input: scored(0.32),
      attention: scored(0.27),
      attention_last_layer: scored(0.03),
    };
    const found = standing(scores, ["attention_last_layer", "attention", "leave_one_out", "gradient_times_input"]);
    expect(found?.first.method).toBe("leave_one_out");
    expect(names(found?.level ?? [])).toEqual(["gradient_times_input"]);
    expect(names(found?.atChance ?? [])).toEqual(["attention_last_layer"]);
    expect(names(found?.methods ?? [])).toEqual([
      "attention_last_layer",
      "attention",
      "leave_one_out",
      "gradient_times_input",
    ]);
  });

  test("a small share right with a small chance goes before a large one with a large chance", () => {
    const found = standing({ attention: scored(0.1), leave_one_out: scored(0.3) }, ["attention", "leave_one_out"]);
    expect(found?.first.method).toBe("leave_one_out");
    expect(found?.level).toEqual([]);
  });

  test("nothing is said of what is not scored", () => {
    const none: Scored = { n: 12, hits: 7, agreement: null };
    expect(standing({ attention: none, leave_one_out: null }, ["attention", "leave_one_out"])).toBeNull();
    expect(standing({ attention: scored(null) }, ["attention"])).toBeNull();
  });
});

describe("the law", () => {
  const law = (learned: Law["properties"][number]["learned"], planted = 5.7): Law => ({
    sources: [
      { kind: "item", name: "item", attribute: null },
      { kind: "attribute", name: "brand", attribute: 1 },
    ] as unknown as Law["sources"],
    layers: 2,
    properties: [{ attribute: 1, planted, learned, cells: 100 }],
    position: { planted: -1.2, learned: [-1, -1] },
  });

  test("names the source, layer and size of the largest lift", () => {
    expect(
      lifts(
        law([
          [0.2, 13.9],
          [1.3, -0.9],
        ]),
      ),
    ).toEqual([{ property: 1, most: { source: 1, layer: 0, lift: 13.9 }, isOwn: true }]);
  });

  test("says where another source took over, and where none did", () => {
    expect(
      lifts(
        law([
          [1.2, -0.1],
          [1.1, -0.7],
        ]),
      )[0],
    ).toMatchObject({ most: { source: 0 }, isOwn: false });
    expect(
      lifts(
        law([
          [0.1, 0.4],
          [0, -3],
        ]),
      )[0],
    ).toMatchObject({ most: null, isOwn: false });
  });

  test("says nothing of position, whose part is drawn in a row of its own", () => {
    const found = lifts({
      ...law([]),
      sources: [
        { kind: "item", name: "item", attribute: null },
        { kind: "position", name: "position", attribute: null },
      ],
      properties: [
        {
          ...{ attribute: 1, planted: 5.7, cells: 100 },
          learned: [
            [0.6, 3.2],
            [0.1, 0.3],
          ],
        },
      ],
    });
    expect(found[0]?.most).toEqual({ source: 0, layer: 0, lift: 0.6 });
  });

  test("says nothing of a property that the shop does not go by", () => {
    expect(
      lifts(
        law(
          [
            [0, 2],
            [0, 2],
          ],
          0,
        ),
      ),
    ).toEqual([]);
  });
});
