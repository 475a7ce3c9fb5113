import { describe, expect, test } from "vitest";
import type { LectureClick, LectureStep } from "./lecture";
import { clickWords, type Script, stepWords } from "./words";

const script: Script = {
  rank: {
    ...{ name: "Rank", asked: [{ question: "Why?", answer: "So." }], fails: "Go on." },
    clicks: [{ title: "First", text: "A sentence.", does: "Point.", say: "Say it.", otherwise: "Or this." }],
  },
};
const click: LectureClick = { seconds: 1 };
const step: LectureStep = { name: "rank", set: "", clicks: [click] };

describe("words of the script", () => {
  test("stand as they are; a step under another name and a sub-step at another place keep theirs", () => {
    expect(clickWords(step, click, script, "en")).toEqual(script.rank?.clicks[0]);
    const moved = { ...click, words: 0 };
    const copy: LectureStep = { ...step, name: "rank-2", script: "rank", clicks: [click, moved] };
    expect(clickWords(copy, moved, script, "en").title).toBe("First");
    expect(stepWords(copy, script, "en").name).toBe("Rank");
  });

  test("give way to the lecturer's in the language these are in alone", () => {
    const own = { ...click, own: { en: { title: "Mine", text: "" } } };
    const mine: LectureStep = { ...step, own: { en: { name: "Room", asked: [] } }, clicks: [own] };
    expect(clickWords(mine, own, script, "en")).toMatchObject({
      title: "Mine",
      text: "",
      does: "Point.",
      otherwise: "Or this.",
    });
    expect(clickWords(mine, own, script, "ko")).toEqual(script.rank?.clicks[0]);
    expect(stepWords(mine, script, "en")).toEqual({ name: "Room", asked: [], fails: "Go on." });
    expect(stepWords(mine, script, "ko").name).toBe("Rank");
  });

  test("of which one is said anew take the other one with them, unless that is said anew, too", () => {
    const own = { ...click, own: { en: { say: "Mine." } } };
    expect(clickWords({ ...step, clicks: [own] }, own, script, "en")).not.toHaveProperty("otherwise");
    const both = { ...click, own: { en: { say: "Mine.", otherwise: "Or mine." } } };
    expect(clickWords({ ...step, clicks: [both] }, both, script, "en").otherwise).toBe("Or mine.");
  });
});

describe("words of one's own alone", () => {
  const mine: LectureClick = { seconds: 1, words: null, own: { ko: { title: "내 것" }, en: { say: "Said." } } };
  const own: LectureStep = { name: "mine", set: "", script: null, clicks: [mine] };

  test("are said in the other language rather than not at all", () => {
    expect(clickWords(own, mine, script, "en")).toEqual({ title: "내 것", text: "", does: "", say: "Said." });
    expect(clickWords(own, mine, script, "ko")).toEqual({ title: "내 것", text: "", does: "", say: "Said." });
    expect(stepWords(own, script, "en")).toEqual({ name: "내 것", asked: [], fails: "" });
    expect(stepWords({ ...own, own: { en: { name: "Mine" } } }, script, "ko").name).toBe("Mine");
  });

  test("stand in a step of the script, too", () => {
    const inside: LectureStep = { ...step, clicks: [click, mine] };
    expect(clickWords(inside, mine, script, "ko").title).toBe("내 것");
    expect(clickWords(inside, click, script, "ko").title).toBe("First");
  });
});
