import { describe, expect, test } from "vitest";
import { script as english } from "../../../content/en/script";
import { script as korean } from "../../../content/ko/script";
import { isNumberName } from "../../../content/lecture/numberNames";
import { filled } from "../../common/fill";
import { count } from "../../common/values";
import { oddPlaces, piecesOf } from "./placeholders";

/** Every text in a script. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe("numbers in words", () => {
  test("all that the scripts use are known", () => {
    const odd = [...textsIn(english), ...textsIn(korean)].flatMap(oddPlaces);
    expect(odd).toEqual([]);
  });

  test("are told from what only looks like them", () => {
    expect(piecesOf("rank {rank_t}, {p_t:이} and {nothing}")).toEqual([
      { text: "rank " },
      { name: "rank_t" },
      { text: ", " },
      { name: "p_t" },
      { text: " and {nothing}" },
    ]);
    expect(oddPlaces("{rank_t} {p_t:이} a { b {nothing} {rank t} {rank_t:가} {} }")).toEqual([
      "{ b ",
      "{nothing}",
      "{rank t}",
      "{rank_t:가}",
      "{}",
      "}",
    ]);
    expect(oddPlaces("plain")).toEqual([]);
  });

  test("that are none stand as they were written; those that are awaited are an ellipsis", () => {
    const say = (sentence: string) => filled(sentence, { rank_t: count(3) }, isNumberName);
    expect(say("{rank_t} {p_t} {nothing} {rank_t:가} {constructor} {")).toBe(
      "3 … {nothing} {rank_t:가} {constructor} {",
    );
    expect(say("{rank_t:이}")).toBe("3이");
  });
});
