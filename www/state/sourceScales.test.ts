import { describe, expect, it } from "vitest";
import type { SourceInfo } from "../engine.ts";
import type { SourceFactor } from "./codecs";
import { factorOf, scalesOf } from "./sourceScales";
import { withFactor } from "./withFactor";

const SOURCES: SourceInfo[] = [
  { kind: "item", name: "item", attribute: null },
  { kind: "position", name: "position", attribute: null },
  { kind: "attribute", name: "brand", attribute: 0 },
];
const ATTRIBUTES = [{ name: "brand" }];
const scaled = (letter: string, factor: number, layer: number | null = null): SourceFactor => ({
  letter,
  factor,
  layer,
});
const scales = (off: string[], factors: SourceFactor[], layers = 2) =>
  scalesOf(SOURCES, ATTRIBUTES, { off, factors }, layers);

describe("factors of the sources", () => {
  it("are not sent where all are 1", () => {
    expect(scales([], [])).toEqual([]);
    expect(scales([], [scaled("B", 1), scaled("I", 1, 1)])).toEqual([]);
    expect(scales(["X"], [scaled("Y", 0.5)])).toEqual([]);
  });

  it("are one a source where every layer has the same", () => {
    expect(scales(["P"], [])).toEqual([1, 0, 1]);
    expect(scales(["P"], [scaled("B", 0.5)])).toEqual([1, 0, 0.5]);
    expect(scales([], [scaled("B", 2, 0), scaled("B", 2, 1)])).toEqual([1, 1, 2]);
  });

  it("are layer by layer where they differ, and a layer's own counts before the one for all", () => {
    expect(scales(["P"], [scaled("B", 0.5), scaled("B", 2, 1)])).toEqual([1, 0, 0.5, 1, 0, 2]);
  });

  it("of a source that is off are 0, and of a layer that the model lacks are nothing", () => {
    expect(scales(["B"], [scaled("B", 2, 1)])).toEqual([1, 1, 0]);
    expect(scales([], [scaled("B", 2, 5)])).toEqual([]);
  });

  it("are none of a model that mixes its sources first", () => {
    expect(scalesOf([{ kind: "joint", name: "all", attribute: null }], [], { off: ["I"], factors: [] }, 2)).toEqual([]);
  });
});

describe("a slider", () => {
  const none = { off: [], factors: [] };

  it("that stands at 0 in every layer is a source switched off, and one at 1 is no edit", () => {
    expect(withFactor(none, scaled("B", 0), 2)).toEqual({ off: ["B"], factors: [] });
    expect(withFactor({ off: ["B", "P"], factors: [] }, scaled("B", 1), 2)).toEqual({ off: ["P"], factors: [] });
  });

  it("of one layer leaves the others where they were", () => {
    const half = withFactor({ off: ["B"], factors: [] }, scaled("B", 0.5, 1), 2);
    expect(half).toEqual({ off: [], factors: [scaled("B", 0, 0), scaled("B", 0.5, 1)] });
    expect([factorOf("B", 0, half), factorOf("B", 1, half)]).toEqual([0, 0.5]);
    expect(withFactor(half, scaled("B", 0.5, 0), 2)).toEqual({ off: [], factors: [scaled("B", 0.5)] });
  });

  it("of all layers takes the place of what each had, and touches no other source", () => {
    const before = { off: [], factors: [scaled("P", 2, 0), scaled("B", 2, 0)] };
    expect(withFactor(before, scaled("B", 1.25), 2)).toEqual({
      off: [],
      factors: [scaled("P", 2, 0), scaled("B", 1.25)],
    });
  });
});
