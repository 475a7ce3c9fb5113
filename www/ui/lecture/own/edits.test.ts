import { describe, expect, test } from "vitest";
import { placesOf, queryAt, secondsOf } from "../../../content/lecture/lecture";
import { five, LECTURES, one, ten } from "../../../content/lecture/ten";
import {
  addClick,
  addStep,
  changeClick,
  changeStep,
  copyClick,
  copyStep,
  freeName,
  moveClick,
  moved,
  moveStep,
  reaskStep,
  removeClick,
  removeStep,
  retimeClick,
  retimeStep,
  rewordClick,
  rewordStep,
  slug,
} from "./edits";
import { BASES, beginning, type OwnClick, type OwnLecture, secondsOfOwn } from "./model";
import { resolved } from "./resolve";

const fresh = (base: "ten" | "five" | "one" = "ten") => beginning("mine", "Mine", base);
const mine: OwnClick = { key: "own", of: null, isHidden: false, seconds: 20, asks: false, set: "panel=map", words: {} };
const names = (lecture: OwnLecture) => lecture.steps.map(({ name }) => name);
const given = (lecture: OwnLecture) => {
  const found = resolved(lecture);
  if (!found) throw new Error("nothing to give");
  return found;
};
const step = (lecture: OwnLecture, name: string) => {
  const found = lecture.steps.find((one) => one.name === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
};

describe("a lecture that was not changed", () => {
  test.each(BASES)("stands at every place as its base does: %s", (base) => {
    const ours = LECTURES.find(({ id }) => id === base) ?? ten;
    const lecture = given(fresh(base));
    expect(placesOf(lecture)).toEqual(placesOf(ours));
    for (const place of placesOf(ours)) expect(queryAt(lecture, place)).toBe(queryAt(ours, place));
    const asks = (of: typeof ours) =>
      of.steps.flatMap(({ clicks }) =>
        clicks.map(({ guess, covers, shows, trains }) => ({ guess, covers, shows, trains })),
      );
    expect(asks(lecture)).toEqual(asks(ours));
    const words = (of: typeof ours) => of.steps.flatMap(({ clicks }) => clicks.map((click, at) => click.words ?? at));
    expect(words(lecture)).toEqual(words(ours));
    expect(secondsOfOwn(fresh(base))).toBe(secondsOf(ours));
  });

  test("has what a shorter base leaves out, hidden", () => {
    expect(names(fresh("one"))).toEqual(ten.steps.map(({ name }) => name));
    const shown = changeStep(fresh("one"), "rank", (found) => ({ ...found, isHidden: false }));
    expect(given(shown).steps.find(({ name }) => name === "rank")?.clicks).toHaveLength(5);
    expect(placesOf(given(fresh("five")))).toHaveLength(placesOf(five).length);
    expect(placesOf(given(fresh("one")))).toHaveLength(placesOf(one).length);
  });
});

describe("order", () => {
  test("a step and a sub-step move, to the ends at most, and what does not move is the same list", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, -5)).toEqual(["c", "a", "b"]);
    expect(moved(["a", "b", "c"], 0, 99)).toEqual(["b", "c", "a"]);
    const list = ["a", "b"];
    expect(moved(list, 1, 5)).toBe(list);
    expect(moved(list, 7, 0)).toBe(list);
  });

  test("places keep their names wherever their step goes, so that links to them live on", () => {
    const lecture = given(moveStep(fresh(), 7, 0));
    expect(lecture.steps[0]?.name).toBe("rank");
    expect(queryAt(lecture, { step: "rank", click: 3 })).toBe(queryAt(ten, { step: "rank", click: 3 }));
  });

  test("a sub-step that moves takes along what is on the wall and what is said", () => {
    const lecture = given(moveClick(fresh(), "fusion", 2, 0));
    expect(queryAt(lecture, { step: "fusion", click: 0 })).toBe(queryAt(ten, { step: "fusion", click: 2 }));
    expect(lecture.steps.find(({ name }) => name === "fusion")?.clicks.map(({ words }) => words)).toEqual([2, 0, 1]);
  });
});

describe("hiding", () => {
  test("leaves out a step, or a sub-step, and what waits for a guess waits no more where none is asked", () => {
    const lecture = changeStep(fresh(), "rank", (found) => ({ ...found, isHidden: true }));
    expect(given(lecture).steps.map(({ name }) => name)).not.toContain("rank");
    const less = changeClick(fresh(), "side", "2", (click) => ({ ...click, isHidden: true }));
    expect(given(less).steps[1]?.clicks.map(({ words }) => words)).toEqual([0, 1, 3]);
    const silent = changeClick(fresh(), "side", "0", (click) => ({ ...click, asks: false }));
    const [first] = given(silent).steps[1]?.clicks ?? [];
    expect(first?.guess).toBeUndefined();
    expect(first?.covers).toBeUndefined();
  });

  test("a step whose sub-steps are all hidden is none, and of nothing there is no lecture", () => {
    let lecture = fresh("one");
    for (const { key } of step(lecture, "side").clicks) {
      lecture = changeClick(lecture, "side", key, (click) => ({ ...click, isHidden: true }));
    }
    expect(given(lecture).steps.map(({ name }) => name)).not.toContain("side");
    const nothing = { ...lecture, steps: lecture.steps.map((found) => ({ ...found, isHidden: true })) };
    expect(resolved(nothing)).toBeNull();
    expect(secondsOfOwn(nothing)).toBe(0);
  });
});

describe("time", () => {
  test("a step's is shared by its sub-steps as before, adds up, and leaves none without", () => {
    const before = step(fresh(), "rank").clicks.map(({ seconds }) => seconds);
    const twice = step(retimeStep(fresh(), "rank", 140), "rank").clicks.map(({ seconds }) => seconds);
    expect(before.reduce((a, b) => a + b)).toBe(70);
    expect(twice).toEqual(before.map((seconds) => seconds * 2));
    for (const wanted of [1, 5, 6, 7, 33, 71, 599, 3601]) {
      const seconds = step(retimeStep(fresh(), "rank", wanted), "rank").clicks.map((click) => click.seconds);
      expect(Math.min(...seconds)).toBeGreaterThan(0);
      expect(seconds.reduce((a, b) => a + b)).toBe(Math.max(wanted, 5));
    }
  });

  test("hidden sub-steps keep theirs", () => {
    const hidden = changeClick(fresh(), "rank", "0", (click) => ({ ...click, isHidden: true }));
    const retimed = step(retimeStep(hidden, "rank", 60), "rank").clicks;
    expect(retimed[0]?.seconds).toBe(step(fresh(), "rank").clicks[0]?.seconds);
    expect(retimed.slice(1).reduce((sum, { seconds }) => sum + seconds, 0)).toBe(60);
    const none = {
      ...hidden,
      steps: hidden.steps.map((one) => ({ ...one, clicks: one.clicks.map((c) => ({ ...c, isHidden: true })) })),
    };
    expect(retimeStep(none, "rank", 60)).toEqual(none);
  });

  test("of a sub-step it is a second to an hour", () => {
    const seconds = (wanted: number) => step(retimeClick(fresh(), "rank", "0", wanted), "rank").clicks[0]?.seconds;
    expect([seconds(0), seconds(30.4), seconds(99_999)]).toEqual([1, 30, 3600]);
  });
});

describe("words", () => {
  test("are said anew in one language, and brought back without a trace", () => {
    const at = ["rank", "0"] as const;
    const said = rewordClick(fresh(), at, "en", "title", "How many?");
    expect(step(said, "rank").clicks[0]?.words).toEqual({ en: { title: "How many?" } });
    const both = rewordClick(said, at, "ko", "title", "몇 개?");
    expect(rewordClick(both, at, "en", "title", undefined)).toEqual(rewordClick(fresh(), at, "ko", "title", "몇 개?"));
    expect(rewordClick(said, at, "en", "title", undefined)).toEqual(fresh());
  });

  test("so are the name of a step and its questions", () => {
    const named = rewordStep(fresh(), "rank", "en", "name", "Room");
    expect(step(named, "rank").words).toEqual({ en: { name: "Room" } });
    const asked = reaskStep(named, "rank", "en", [{ question: "Why?", answer: "So." }]);
    expect(step(asked, "rank").words.en?.asked).toEqual([{ question: "Why?", answer: "So." }]);
    expect(reaskStep(asked, "rank", "en", undefined)).toEqual(named);
  });
});

describe("steps of one's own, copies, and taking out", () => {
  test("a step is put after another one, under a name that is free, and stands as it was on screen", () => {
    const lecture = addStep(addStep(fresh(), "rank", "map", mine), "rank", "map", mine);
    expect(names(lecture).slice(7, 10)).toEqual(["rank", "map-2", "map"]);
    expect(names(addStep(fresh(), null, "map", mine)).at(-1)).toBe("map");
    expect(names(addStep(fresh(), null, "rank", mine)).at(-1)).toBe("rank-2");
    const at = { step: "map", click: 0 };
    expect(queryAt(given(lecture), at)).toBe(`${ten.base}&panel=map`);
  });

  test("a sub-step of one's own takes nothing from the step it stands in", () => {
    const lecture = given(addClick(fresh(), "rank", mine));
    expect(queryAt(lecture, { step: "rank", click: 5 })).toBe(`${ten.base}&panel=map`);
  });

  test("a copy plays as the original, and can be taken out again; what the base brought can only be hidden", () => {
    const copied = copyStep(fresh(), "rank");
    expect(names(copied).slice(7, 9)).toEqual(["rank", "rank-2"]);
    const lecture = given(copied);
    expect(queryAt(lecture, { step: "rank-2", click: 4 })).toBe(queryAt(ten, { step: "rank", click: 4 }));
    expect(lecture.steps[8]?.script).toBe("rank");
    expect(removeStep(copied, "rank-2")).toEqual(fresh());
    expect(removeStep(fresh(), "rank")).toEqual(fresh());
    const twice = copyClick(fresh(), "rank", "0");
    expect(step(twice, "rank").clicks.map(({ key }) => key)).toEqual(["0", "0-2", "1", "2", "3", "4"]);
    expect(removeClick(twice, "rank", "0-2")).toEqual(fresh());
    expect(removeClick(fresh(), "rank", "0")).toEqual(fresh());
  });

  test("the last sub-step of one's own takes its step with it", () => {
    expect(removeClick(addStep(fresh(), null, "map", mine), "map", "own")).toEqual(fresh());
  });

  test("there is an end to it", () => {
    let lecture = fresh();
    for (let n = 0; n < 100; n++) lecture = addClick(copyStep(lecture, "rank"), "rank", mine);
    expect(lecture.steps).toHaveLength(60);
    expect(step(lecture, "rank").clicks).toHaveLength(40);
    expect(new Set(names(lecture)).size).toBe(60);
  });
});

describe("names in links", () => {
  test("come of titles where a link can hold them, and are never too long", () => {
    expect(slug("Why the item?")).toBe("why-the-item");
    expect(slug("2 Größen")).toBe("gro-en");
    expect(slug("왜?")).toBe("own");
    expect(slug("!!!", "x")).toBe("x");
    const long = `a${"b".repeat(39)}`;
    expect(freeName([long], long)).toMatch(/^ab{35}-2$/);
  });
});
