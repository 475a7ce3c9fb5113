import { describe, expect, test } from "vitest";
import { script as english } from "../en/script";
import { script as korean } from "../ko/script";
import { ten } from "./ten";

describe("the notes of the lecture", () => {
  const ids = ten.steps.map(({ name }) => name).join("|");
  const address = new RegExp(`\\b(?:${ids}):\\d|\\b(?:on to|skip to|back to) (?:${ids})\\b`);

  test.each([
    ["English", english],
    ["Korean", korean],
  ])("call a step by its name, never as addresses do: %s", (_, script) => {
    for (const { fails, asked, clicks } of Object.values(script)) {
      const said = [fails, ...asked.map(({ answer }) => answer), ...clicks.flatMap(({ does, say }) => [does, say])];
      expect(said.filter((one) => address.test(one))).toEqual([]);
    }
  });

  test("say how many numbers of the paper's table are on the wall", () => {
    for (const { matter } of [english, korean]) {
      expect(matter.clicks[0]?.title).toContain("16");
      expect(matter.clicks[0]?.text).toContain("{paper_rows}");
    }
  });
});
