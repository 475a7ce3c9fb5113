import { describe, expect, test } from "vitest";
import type { RunConfig, System } from "../engine.ts";
import { type Budget, plan, recordFor, runKey, timeAhead, toggled } from "./comparePlan";
import type { RunRecord } from "./runRecord";

const system = (id: string, targets: System["targets"] = ["prefix", "every_position"]): System => ({
  id,
  kind: id,
  name: id.toUpperCase(),
  enters: [],
  citation: "",
  attention: true,
  targets,
  refusal: null,
});
const systems = [system("dif_sr"), system("sasrec"), system("bert4rec", ["cloze"])];
const config = (targets: string): RunConfig =>
  ({ model: { kind: "sasrec" }, training: { epochs: 20, seed: 7, targets, learning_rate: 0.01 } }) as RunConfig;
const defaults = new Map([
  ["dif_sr", config("every_position")],
  ["sasrec", config("every_position")],
  ["bert4rec", config("cloze")],
]);
const budget: Budget = { systems: ["sasrec", "dif_sr"], epochs: 3, seeds: 3, firstSeed: 10, targets: "default" };

const recorded = (of: RunConfig, over: Partial<RunRecord> = {}): RunRecord =>
  ({ system: "dif_sr", data: "shop", config: of, test: {}, ...over }) as RunRecord;

describe("plan", () => {
  test("goes through all systems with one seed before the next seed, in the engine's order", () => {
    expect(plan(budget, systems, defaults).map(runKey)).toEqual([
      "dif_sr 10",
      "sasrec 10",
      "dif_sr 11",
      "sasrec 11",
      "dif_sr 12",
      "sasrec 12",
    ]);
  });

  test("gives everybody the same epochs and seed and leaves the rest as it is", () => {
    for (const { config: planned, seed } of plan(budget, systems, defaults)) {
      expect(planned.training).toMatchObject({ epochs: 3, seed, learning_rate: 0.01, targets: "every_position" });
    }
  });

  test("prefix targets go to those that can be trained with them", () => {
    const mixed = plan({ ...budget, systems: ["dif_sr", "bert4rec"], seeds: 1, targets: "prefix" }, systems, defaults);
    expect(mixed.map((one) => one.config.training.targets)).toEqual(["prefix", "cloze"]);
  });

  test("waits for systems whose defaults are not known yet", () => {
    expect(plan({ ...budget, seeds: 1 }, systems, new Map([["sasrec", config("every_position")]])).map(runKey)).toEqual(
      ["sasrec 10"],
    );
  });
});

describe("choosing", () => {
  test("a press adds and another takes away, four at most", () => {
    expect(toggled(["sasrec", "dif_sr"], "bert4rec")).toEqual(["sasrec", "dif_sr", "bert4rec"]);
    expect(toggled(["sasrec", "dif_sr"], "sasrec")).toEqual(["dif_sr"]);
    expect(toggled(["a", "b", "c", "d"], "e")).toEqual(["a", "b", "c", "d"]);
  });
});

describe("what is known already", () => {
  const [planned] = plan({ ...budget, seeds: 1 }, systems, defaults);
  if (!planned) throw new Error("nothing planned");

  test("a tested run of the same configuration on the same data counts, whatever the order of its keys", () => {
    const turned = { training: planned.config.training, model: planned.config.model } as RunConfig;
    expect(recordFor(planned, [recorded(turned)], "shop")).not.toBeNull();
  });

  test("other data, other settings, another system or no test result do not", () => {
    const longer = { ...planned.config, training: { ...planned.config.training, epochs: 4 } };
    const none = [
      recorded(planned.config, { data: "other shop" }),
      recorded(planned.config, { system: "sasrec" }),
      recorded(planned.config, { test: null }),
      recorded(longer),
    ];
    expect(recordFor(planned, none, "shop")).toBeNull();
  });
});

describe("time ahead", () => {
  const ahead = plan({ ...budget, seeds: 1 }, systems, defaults);

  test("a system takes as long as before, an unknown one as long as the others", () => {
    expect(
      timeAhead(ahead, [
        { system: "dif_sr", ms: 1000 },
        { system: "dif_sr", ms: 3000 },
      ]),
    ).toBe(4000);
    expect(
      timeAhead(ahead, [
        { system: "dif_sr", ms: 1000 },
        { system: "sasrec", ms: 50 },
      ]),
    ).toBe(1050);
  });

  test("nothing ahead takes no time, nothing known says nothing", () => {
    expect(timeAhead([], [])).toBe(0);
    expect(timeAhead(ahead, [])).toBeNull();
  });
});
