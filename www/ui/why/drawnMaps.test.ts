import { effect } from "@preact/signals";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { BakedExample } from "../../engine.ts";
import stored from "../../ready/example.json";

/** How often each of these was worked out, and a function that counts how often it is called. */
const { count, counted } = vi.hoisted(() => {
  const count = { slices: 0, bounds: 0, paths: 0, layouts: 0 };
  const counted = <Args extends readonly unknown[], Result>(
    name: keyof typeof count,
    of: (...args: Args) => Result,
  ) => {
    return (...args: Args): Result => {
      count[name] += 1;
      return of(...args);
    };
  };
  return { count, counted };
});

vi.mock("../common/maps/slice", async (original) => {
  const slice = await original<typeof import("../common/maps/slice")>();
  return { ...slice, sliceMaps: counted("slices", slice.sliceMaps) };
});
vi.mock("../../viz/scales", async (original) => {
  const scales = await original<typeof import("../../viz/scales")>();
  return { ...scales, niceBound: counted("bounds", scales.niceBound) };
});
vi.mock("../../viz/heatmapCells", async (original) => {
  const cells = await original<typeof import("../../viz/heatmapCells")>();
  return { ...cells, cellPaths: counted("paths", cells.cellPaths) };
});
vi.mock("../../viz/mapsLayout", async (original) => {
  const layout = await original<typeof import("../../viz/mapsLayout")>();
  return { ...layout, layoutMaps: counted("layouts", layout.layoutMaps) };
});

const state = await import("../../state/current");
const { pinCell } = await import("../../state/focus");
const { freeCell, hoverCell } = await import("../../state/hoverCell");
const { loadWords } = await import("../../content");
const { paintStored } = await import("../../state/stored");
const context = await import("./context");
const { focused } = await import("./focused");
const drawn = await import("./drawnMaps");
const { signedLevel } = await import("../../viz/ramps");

describe("the maps of the stored example", () => {
  beforeAll(async () => {
    await loadWords(["why"]);
    paintStored(stored as unknown as BakedExample);
    drawn.mapsRoom.value = { width: 880, controls: 72 };
    // As the panel reads them.
    effect(() => void drawn.mapsDrawing.value);
    effect(() => void focused.value);
  });
  beforeEach(() => {
    state.set({ scale: "own", fusedShows: "weights", focus: null });
    Object.assign(count, { slices: 0, bounds: 0, paths: 0, layouts: 0 });
  });

  it("are worked out anew for another layer: the counts below can see it", () => {
    state.set({ layer: 1 });
    expect(count).toEqual({ slices: 1, bounds: 7, paths: 6, layouts: 1 });
    state.set({ layer: 0 });
  });

  it("stay as they are while the focus moves over them a hundred times, is pinned and freed", () => {
    const size = context.shown.value?.slice.size ?? 0;
    const said = new Set<string>();
    for (let move = 0; move < 100; move++) {
      const row = move % size;
      hoverCell({ row, column: move % (row + 1) });
      said.add(`${focused.value?.fused}`);
    }
    pinCell({ row: 2, column: 1 });
    freeCell();
    hoverCell(null);
    expect(said.size).toBeGreaterThan(20);
    expect(count).toEqual({ slices: 0, bounds: 0, paths: 0, layouts: 0 });
  });

  it("show structure in every source from the start, each on a scale of its own", () => {
    const model = drawn.mapsModel.value;
    expect(model?.own).toBe(true);
    for (const { name, values, bound } of model?.sources ?? []) {
      const levels = new Set(Array.from(values, (value) => signedLevel(value, bound)));
      expect([name, levels.size > 5]).toEqual([name, true]);
    }
    expect(model?.words.reading).toContain("on its own scale");
  });
});
