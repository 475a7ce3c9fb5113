import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../places.mjs";
import { digest, measured, ratios, section, unequal, written } from "./figures.mjs";
import { againstLimits } from "./limits.mjs";
import { inTurn } from "./run.mjs";

const row = (peer, step, more = {}) => ({
  ...{ case: "S", peer, step_ms: step, step_p10: step, step_p90: step, n: 5, first_ms: 1000, infer_ms: step / 10 },
  ...{ losses: [12.5, 12.25], load: 0.5, probe_ms: 9 },
  ...more,
});

const run = {
  ...{ date: "2026-11-23T10:00:00.000Z", cpu: "A processor", cores: 2, limits: { 1: { gflops_median: 80 } } },
  rows: [
    row("torch-1", 10),
    row("tfjs-wasm-1", 80, { bytes: { gzip: 204800 } }),
    row("jaxjs-webgpu", 40),
    row("tfjs-cpu", undefined, { step_error: "no kernel", losses: [] }),
    row("ours", 8, { losses: [12.5, 12.2501] }),
    row("ours-webgpu", 20),
  ],
};
const figures = digest(run, { commit: "abc1234" });

describe("figures of a run beside other stacks", () => {
  it("holds our time against each other stack on the same kind of device", () => {
    expect(ratios(figures, "step_ms").split("\n")).toEqual([
      "| case | stack | ours | ours-webgpu |",
      "| --- | --- | --- | --- |",
      "| S | torch-1 | 0.80 | - |",
      "| S | tfjs-wasm-1 | 0.10 | - |",
      "| S | jaxjs-webgpu | - | 0.50 |",
    ]);
  });

  it("never compares across cases", () => {
    const other = digest({ ...run, rows: [...run.rows, row("torch-1", 100, { case: "M" })] }, {});
    expect(ratios(other, "step_ms")).toContain("| M | torch-1 | - | - |");
  });

  it("prints what was measured, and where a stack failed", () => {
    const lines = measured(figures).split("\n");
    expect(lines).toContain("| S | tfjs-wasm-1 | 80.0 | 80.0 to 80.0 | 5 | 1000 | 8.00 | 200 | 0e+0 | 0.5 |");
    expect(lines.find((line) => line.includes("tfjs-cpu"))).toMatch(/^\| S \| tfjs-cpu \| fails \|/);
  });

  it("tells equal work from other work by the losses", () => {
    expect(unequal(figures)).toBeNull();
    const other = digest({ ...run, rows: [...run.rows, row("ours-every-slot", 9, { losses: [12.5, 12.3] })] }, {});
    expect(unequal(other)).toMatch(/not the same: S ours-every-slot by 0\.05/);
    const diverged = digest({ ...run, rows: [...run.rows, row("ours-every-slot", 9, { losses: [Number.NaN] })] }, {});
    expect(unequal(diverged)).toContain("S ours-every-slot by NaN");
  });

  it("replaces its own part of a page and nothing else", () => {
    const page =
      "before\n<!-- peers: written by `npm run bench:peers -- --record` -->\nold\n<!-- peers: end -->\nafter\n";
    const renewed = written(page, figures);
    expect(renewed.startsWith("before\n")).toBe(true);
    expect(renewed.endsWith("<!-- peers: end -->\nafter\n")).toBe(true);
    expect(renewed).toContain("A processor, 2 cores; 2026-11-23; commit abc1234.");
    expect(renewed).not.toContain("old");
    expect(() => written("no part", figures)).toThrow("no part between");
  });
});

describe("the order of a run", () => {
  it("measures each row of ours right after what it is compared with", () => {
    const order = inTurn(["jaxjs-wasm-1", "torch-1", "tfjs-wasm-1"], ["ours", "ours-every-slot"]);
    expect(order).toEqual(["torch-1", "ours", "jaxjs-wasm-1", "tfjs-wasm-1", "ours-every-slot"]);
  });
});

describe("the limits beside other stacks", () => {
  it("are held to the quotients of the run, where both were measured", () => {
    expect(againstLimits(figures)).toEqual([
      { name: "step, S: ours / torch-1", unit: "", value: 0.8, limit: 1 },
      { name: "step, S: ours-webgpu / jaxjs-webgpu", unit: "", value: 0.5, limit: 1 },
    ]);
  });

  it("say nothing of a stack that failed", () => {
    const failed = digest({ ...run, rows: [row("torch-1", undefined, { step_error: "no" }), row("ours", 8)] }, {});
    expect(againstLimits(failed)).toEqual([]);
  });
});

describe("docs/performance.md", () => {
  it("shows the recorded run and no other figures", () => {
    const page = readFileSync(path.join(root, "docs", "performance.md"), "utf8");
    const kept = path.join(root, "docs", "performance", "peers.json");
    const record = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")).details : null;
    expect(page).toContain(section(record));
    expect(written(page, record)).toBe(page);
  });
});
