import { describe, expect, test } from "vitest";
import teaching from "../../../../docs/teaching.md?raw";
import { ten } from "../../../content/lecture/ten";
import {
  addClick,
  addStep,
  changeClick,
  changeStep,
  copyClick,
  copyStep,
  moveClick,
  moveStep,
  reaskStep,
  retimeStep,
  rewordClick,
  rewordStep,
} from "./edits";
import { FORMAT, formOf, textOf } from "./fileForm";
import { BASES, beginning, type OwnClick, type OwnLecture } from "./model";
import { MOST_LINK, pack, unpack } from "./pack";
import { readLecture, setOf } from "./readFile";

const mine: OwnClick = {
  ...{ key: "own", of: null, isHidden: false, seconds: 25, asks: false },
  set: "s=3.14&layer=2&panel=why",
  words: { en: { title: "Mine <b>bold</b>" }, ko: { title: "내 것", say: "말" } },
};

/** One of every kind of change. */
function changed(base: (typeof BASES)[number]): OwnLecture {
  let lecture = { ...beginning("mine", "Mine", base), minutes: 12 };
  lecture = moveStep(lecture, 7, 1);
  lecture = moveClick(lecture, "truth", 3, 0);
  lecture = retimeStep(lecture, "side", 100);
  lecture = changeStep(lecture, "matter", (step) => ({ ...step, isHidden: !step.isHidden }));
  lecture = changeClick(lecture, "rank", "1", (click) => ({ ...click, isHidden: !click.isHidden, asks: !click.asks }));
  lecture = rewordClick(lecture, ["rank", "3"], "en", "title", "It is {rank_d}");
  lecture = rewordClick(lecture, ["rank", "3"], "ko", "say", "{rank_d:이}");
  lecture = rewordStep(lecture, "rank", "ko", "name", "랭크!");
  lecture = reaskStep(lecture, "rank", "en", [{ question: "Why?", answer: "{rank_d}" }]);
  lecture = addStep(lecture, "rank", "map", mine);
  lecture = addClick(lecture, "rank", mine);
  lecture = addClick(lecture, "rank", mine);
  lecture = copyStep(lecture, "rank");
  return copyClick(lecture, "rank-2", "0");
}

const taken = (text: string) => {
  const read = readLecture(text);
  if ("refusal" in read) throw new Error(JSON.stringify(read.refusal));
  return read;
};
const refused = (text: string) => {
  const read = readLecture(text);
  if (!("refusal" in read)) throw new Error("it was taken");
  return read.refusal;
};
const file = (parts: object) =>
  JSON.stringify({ format: FORMAT, version: 1, id: "mine", name: "", base: "ten", ...parts });

describe("a file", () => {
  test.each(BASES)("brings back what was saved, whatever was changed: %s", (base) => {
    expect(taken(textOf(changed(base)))).toEqual({ lecture: changed(base), left: [] });
    expect(taken(textOf(beginning("mine", "Mine", base)))).toEqual({
      lecture: beginning("mine", "Mine", base),
      left: [],
    });
  });

  test("holds nothing but what differs from the base", () => {
    expect(formOf(beginning("mine", "Mine", "five"))).toEqual({
      format: FORMAT,
      version: 1,
      id: "mine",
      name: "Mine",
      base: "five",
    });
    const one = rewordClick(beginning("mine", "Mine", "ten"), ["rank", "3"], "en", "title", "Room");
    const others = ten.steps.map(({ name }) => name);
    expect(formOf(one).steps).toEqual(
      others.map((name) =>
        name === "rank" ? { step: "rank", clicks: [0, 1, 2, { from: 3, words: { en: { title: "Room" } } }, 4] } : name,
      ),
    );
  });

  test("that names some steps gives these, in its order; the others can be brought back", () => {
    const { lecture } = taken(file({ steps: ["rank", { step: "side", clicks: [2, 0] }] }));
    expect(lecture.steps.slice(0, 3).map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ["rank", false],
      ["side", false],
      ["session", true],
    ]);
    expect(lecture.steps).toHaveLength(12);
    expect(lecture.steps[1]?.clicks.map(({ of, isHidden }) => [of, isHidden])).toEqual([
      [2, false],
      [0, false],
      [1, true],
      [3, true],
    ]);
  });

  test("is as the documentation shows it", () => {
    const { lecture, left } = taken(/```json\n(.*?)```/s.exec(teaching)?.[1] ?? "");
    expect(left).toEqual([]);
    const given = lecture.steps.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
    expect(given).toEqual(["session", "rank", "rank-2", "our-shop"]);
  });

  test("names what this page does not know, and goes on without it", () => {
    const text = `{
      "format": "${FORMAT}", "version": 1, "id": "mine", "base": "ten", "colour": "red",
      "steps": [
        "session",
        "tomorrow",
        {"step": "rank", "sound": true},
        {"step": "rank-2", "from": "nowhere"},
        {"step": "mine", "clicks": [{"set": "panel=why&nonsense=1&layer=99&lang=ko&step=rank", "words": {"fr": {"title": "x"}, "en": {"title": "y", "shout": "z"}}}]}
      ]
    }`;
    const { lecture, left } = taken(text);
    expect(lecture.steps.slice(0, 3).map(({ name }) => name)).toEqual(["session", "rank", "mine"]);
    expect(lecture.steps[2]?.clicks[0]).toMatchObject({ set: "panel=why", words: { en: { title: "y" } } });
    expect(left).toEqual([
      { why: "unknown", line: 2, place: "colour" },
      { why: "base", line: 5, place: "steps › 1 › tomorrow" },
      { why: "unknown", line: 6, place: "steps › 2 › sound" },
      { why: "base", line: 7, place: "steps › 3 › nowhere" },
      { why: "unknown", line: 8, place: "steps › 4 › clicks › 0 › set › nonsense=1" },
      { why: "unknown", line: 8, place: "steps › 4 › clicks › 0 › set › layer=99" },
      { why: "fixed", line: 8, place: "steps › 4 › clicks › 0 › set › step=rank" },
      { why: "fixed", line: 8, place: "steps › 4 › clicks › 0 › set › lang=ko" },
      { why: "unknown", line: 8, place: "steps › 4 › clicks › 0 › words › fr" },
      { why: "unknown", line: 8, place: "steps › 4 › clicks › 0 › words › en › shout" },
    ]);
  });

  test("of two parts with one name the last one counts, and the first is named", () => {
    const { lecture, left } = taken(
      `{"format": "${FORMAT}", "version": 1, "id": "mine", "base": "ten",\n"name": "first",\n"name": "second",\n"steps": [{"step": "rank", "hidden": true, "hidden": false}]}`,
    );
    expect(lecture.name).toBe("second");
    expect(left).toEqual([
      { why: "twice", line: 2, place: "name" },
      { why: "twice", line: 4, place: "steps › 0 › hidden" },
    ]);
  });

  test("keeps words as they are: markup and places of no number are words", () => {
    const title = "<img src=x onerror=alert(1)> {nothing} {rank d} }";
    const { lecture } = taken(file({ steps: [{ step: "rank", clicks: [{ from: 0, words: { en: { title } } }] }] }));
    expect(lecture.steps[0]?.clicks[0]?.words.en?.title).toBe(title);
  });
});

describe("a file that is refused", () => {
  test.each<[string, string, object]>([
    ["nothing", "", { line: 1, column: 1, found: "", expected: { kind: "json", sign: "value" } }],
    ["no JSON", "hello there", { line: 1, column: 1, found: "hello", expected: { kind: "json", sign: "value" } }],
    ["a picture", "\u0089PNG\r\n\u001a\n", { line: 1, column: 1, expected: { kind: "json", sign: "value" } }],
    [
      "cut off",
      '{\n  "format": "x",\n  "ver',
      { line: 3, column: 3, found: '"ver', expected: { kind: "json", sign: '"' } },
    ],
    ["a comma too many", '{\n"a": 1,\n}', { line: 3, column: 1, found: "}", expected: { kind: "json", sign: '"' } }],
    ["a comma too few", '{"a": 1\n"b": 2}', { line: 2, column: 1, expected: { kind: "json", sign: ", }" } }],
    ["more behind it", '{"a": 1} 2', { line: 1, column: 10, found: "2", expected: { kind: "json", sign: "end" } }],
    ["nested without end", "[".repeat(100_000), { line: 1, expected: { kind: "json", sign: "depth" } }],
    ["a raw line break in a text", '{"a": "b\nc"}', { line: 1, column: 7, expected: { kind: "json", sign: "value" } }],
    ["a list", "[1, 2]", { line: 1, found: "[…]", expected: { kind: "object" } }],
    ["settings of a run", '{"model": {"kind": "dif_sr"}}', { line: 1, found: "", expected: { kind: "lecture" } }],
    ["another format", '{"format": "slides"}', { found: '"slides"', expected: { kind: "lecture" } }],
    [
      "a newer version",
      file({ version: 2 }),
      { place: "version", found: "2", expected: { kind: "version", version: 1 } },
    ],
    [
      "an older version",
      file({ version: 0 }),
      { place: "version", found: "0", expected: { kind: "version", version: 1 } },
    ],
    ["no version", file({ version: undefined }), { place: "version", found: "", expected: { kind: "version" } }],
    ["a version in words", file({ version: "1" }), { place: "version", found: '"1"' }],
    ["an id of ours", file({ id: "ten" }), { place: "id", found: '"ten"', expected: { kind: "id" } }],
    ["an id of signs", file({ id: "../x" }), { place: "id", expected: { kind: "id" } }],
    ["an id of markup", file({ id: "<b>" }), { place: "id", expected: { kind: "id" } }],
    ["no id", file({ id: undefined }), { place: "id", found: "" }],
    ["no base", file({ base: undefined }), { place: "base", found: "", expected: { kind: "base" } }],
    ["another base", file({ base: "twenty" }), { place: "base", found: '"twenty"' }],
    ["a base that is no text", file({ base: { __proto__: null } }), { place: "base", found: "{…}" }],
    ["a name that is none", file({ name: 7 }), { place: "name", found: "7", expected: { kind: "text" } }],
    [
      "a name without end",
      file({ name: "x".repeat(81) }),
      { place: "name", found: "81", expected: { kind: "short", most: 80 } },
    ],
    [
      "no minutes",
      file({ minutes: 0 }),
      { place: "minutes", found: "0", expected: { kind: "whole", least: 1, most: 600 } },
    ],
    ["half minutes", file({ minutes: 1.5 }), { place: "minutes", found: "1.5" }],
    ["minutes without end", file({ minutes: 1e99 }), { place: "minutes", found: "1e+99" }],
    [
      "steps that are no list",
      file({ steps: { rank: true } }),
      { place: "steps", found: "{…}", expected: { kind: "list" } },
    ],
    [
      "too many steps",
      file({ steps: Array(61).fill("rank") }),
      { place: "steps", found: "61", expected: { kind: "few", most: 60 } },
    ],
    [
      "a step twice",
      file({ steps: ["rank", "rank"] }),
      { place: "steps › 1", found: '"rank"', expected: { kind: "other" } },
    ],
    ["a step that is a number", file({ steps: [7] }), { place: "steps › 0", found: "7", expected: { kind: "object" } }],
    ["a step without a name", file({ steps: [{}] }), { place: "steps › 0 › step", found: "" }],
    [
      "a name that no link holds",
      file({ steps: [{ step: "A b", clicks: [0] }] }),
      { place: "steps › 0 › step", expected: { kind: "name" } },
    ],
    [
      "a name of ours for another",
      file({ steps: [{ step: "rank", from: "side" }] }),
      { found: '"rank"', expected: { kind: "other" } },
    ],
    [
      "no sub-step",
      file({ steps: [{ step: "mine", clicks: [] }] }),
      { place: "steps › 0 › clicks", expected: { kind: "list" } },
    ],
    [
      "a sub-step that is not there",
      file({ steps: [{ step: "rank", clicks: [5] }] }),
      { place: "steps › 0 › clicks › 0", found: "5", expected: { kind: "whole", least: 0, most: 4 } },
    ],
    ["a sub-step below the first", file({ steps: [{ step: "rank", clicks: [-1] }] }), { found: "-1" }],
    [
      "a sub-step of a step of one's own",
      file({ steps: [{ step: "mine", clicks: [{ from: 0 }] }] }),
      { place: "steps › 0 › clicks › 0 › from" },
    ],
    [
      "too many sub-steps",
      file({ steps: [{ step: "rank", clicks: Array(41).fill(0) }] }),
      { found: "41", expected: { kind: "few", most: 40 } },
    ],
    [
      "nothing on screen",
      file({ steps: [{ step: "mine", clicks: [{}] }] }),
      { place: "steps › 0 › clicks › 0 › set", found: "", expected: { kind: "set" } },
    ],
    [
      "seconds in words",
      file({ steps: [{ step: "rank", clicks: [{ from: 0, seconds: "long" }] }] }),
      { place: "steps › 0 › clicks › 0 › seconds", found: '"long"', expected: { kind: "whole" } },
    ],
    [
      "hidden in words",
      file({ steps: [{ step: "rank", hidden: "yes" }] }),
      { place: "steps › 0 › hidden", expected: { kind: "flag" } },
    ],
    [
      "words that are a list",
      file({ steps: [{ step: "rank", words: [] }] }),
      { place: "steps › 0 › words", expected: { kind: "object" } },
    ],
    [
      "a title that is an object",
      file({ steps: [{ step: "rank", clicks: [{ from: 0, words: { en: { title: { html: "x" } } } }] }] }),
      { place: "steps › 0 › clicks › 0 › words › en › title", found: "{…}", expected: { kind: "text" } },
    ],
    [
      "a title without end",
      file({ steps: [{ step: "rank", clicks: [{ from: 0, words: { en: { title: "x".repeat(201) } } }] }] }),
      { found: "201", expected: { kind: "short", most: 200 } },
    ],
    [
      "questions that are words",
      file({ steps: [{ step: "rank", words: { en: { asked: "why" } } }] }),
      { place: "steps › 0 › words › en › asked", expected: { kind: "list" } },
    ],
    ["megabytes", `"${"x".repeat(1_000_001)}"`, { line: null, expected: { kind: "small", most: 1_000_000 } }],
  ])("%s: says where, what was found, what was expected", (_, text, wanted) => {
    expect(refused(text)).toMatchObject(wanted);
  });

  test("gives the line of what is wrong in it", () => {
    const text = textOf(changed("ten")).replace('"seconds": 25', '"seconds": "25"');
    const { line, place } = refused(text);
    expect(text.split("\n")[(line ?? 0) - 1]).toContain('"seconds": "25"');
    expect(place).toMatch(/^steps › \d+ › clicks › 5 › seconds$/);
  });

  test("reads what the browser's own reader reads: escapes, signs before it, numbers", () => {
    expect(taken(`\ufeff${file({ name: 'A "b" \\ \u2028 \ud83d\ude00' })}`).lecture.name).toBe(
      'A "b" \\ \u2028 \ud83d\ude00',
    );
    expect(taken(file({}).replace('"name":""', '"name":"\\u00e9\\n"')).lecture.name).toBe("é\n");
    expect(taken(file({ name: "x".repeat(80), minutes: 600 })).lecture.minutes).toBe(600);
  });
});

describe("a state in a step", () => {
  test("is what a link can say, without what is the visitor's or the lecture's own", () => {
    expect(setOf("panel=why&layer=2")).toEqual({ set: "layer=2&panel=why", dropped: [], fixed: [] });
    expect(setOf("lecture=five&parent=https://example.org&theme=dark&panel=map&colour=red")).toEqual({
      set: "panel=map",
      dropped: ["colour=red"],
      fixed: ["lecture=five", "parent=https://example.org", "theme=dark"],
    });
  });
});

describe("a lecture in a link", () => {
  test.each(BASES)("comes out as it went in: %s", async (base) => {
    const text = JSON.stringify(formOf(changed(base)));
    const packed = await pack(text);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(await unpack(packed)).toBe(text);
    expect(packed.length).toBeLessThan(MOST_LINK);
  });

  test("that was cut off, changed or made by somebody else is none", async () => {
    const packed = await pack(JSON.stringify(formOf(changed("ten"))));
    for (const bad of ["", "!", packed.slice(0, -20), packed.slice(10), "A".repeat(5000), "한국어"]) {
      expect(await unpack(bad)).toBeNull();
    }
  });

  test("does not unpack to more than a lecture can be", async () => {
    expect(await unpack(await pack("x".repeat(5_000_000)))).toBeNull();
  });
});
