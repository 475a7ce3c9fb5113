import { describe, expect, it } from "vitest";
import { stepOf } from "./step";

describe("the training step", () => {
  it("reads the session without its last click, and learns to predict that one", () => {
    expect(stepOf([3, 1, 4], null)).toEqual({ history: [3, 1], target: 4, kind: "last" });
  });

  it("needs two clicks", () => {
    expect(stepOf([], null)).toBeNull();
    expect(stepOf([3], null)).toBeNull();
  });

  it("takes the true next item of a quiz once it is no secret, and not before", () => {
    const quiz = { seed: 1, target: 9, revealed: false };
    expect(stepOf([3, 1], quiz)).toEqual({ history: [3], target: 1, kind: "last" });
    expect(stepOf([3, 1], { ...quiz, revealed: true })).toEqual({ history: [3, 1], target: 9, kind: "quiz" });
    expect(stepOf([3], { ...quiz, revealed: true })?.history).toEqual([3]);
    // Revealed by a link, and not yet named by the engine.
    expect(stepOf([3, 1], { ...quiz, target: 0, revealed: true })?.kind).toBe("last");
  });
});
