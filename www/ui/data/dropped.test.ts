import { describe, expect, test } from "vitest";
import { NOTHING_LEFT, sortDropped } from "./dropped";

const sorted = (...names: string[]) => {
  const { model, inter, item, left } = sortDropped(names.map((name) => ({ name })));
  return { taken: [model, inter, item].flatMap((file) => file?.name ?? []), left };
};

describe("several files at once", () => {
  test("of two models the first is taken, and the other one named", () => {
    expect(sorted("a.safetensors", "b.SAFETENSORS")).toEqual({
      taken: ["a.safetensors"],
      left: { ...NOTHING_LEFT, models: ["b.SAFETENSORS"] },
    });
  });

  test("a log comes before the models that are dropped with it, which are named", () => {
    expect(sorted("a.safetensors", "x.inter", "b.safetensors")).toEqual({
      taken: ["x.inter"],
      left: { ...NOTHING_LEFT, models: ["a.safetensors", "b.safetensors"] },
    });
  });

  test("settings, a second log and what is no file of the page are told apart", () => {
    expect(sorted("settings.json", "x.inter", "y.inter", "photo.png", "x.item")).toEqual({
      taken: ["y.inter", "x.item"],
      left: { ...NOTHING_LEFT, settings: ["settings.json"], doubles: ["x.inter"], unknown: ["photo.png"] },
    });
  });

  test("what is taken leaves nothing", () => {
    expect(sorted("ML.INTER", "ml.item")).toEqual({ taken: ["ML.INTER", "ml.item"], left: NOTHING_LEFT });
  });

  test("an ending that a download added does not hide a file's own", () => {
    expect(sorted("ml (1).inter.txt", "ml.item.TXT")).toEqual({
      taken: ["ml (1).inter.txt", "ml.item.TXT"],
      left: NOTHING_LEFT,
    });
    expect(sorted("notes.txt").left.unknown).toEqual(["notes.txt"]);
  });
});
