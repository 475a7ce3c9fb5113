import { describe, expect, it } from "vitest";
import { pieces } from "../marks";
import { joined, joinedText } from "./joined";

const J = "\u2060";

describe("a Korean particle", () => {
  it.each([
    ["20.5 %에서", `20.5 %${J}에서`],
    ["DIF-SR (게이트)로", `DIF-SR (게이트)${J}로`],
    ["“비교”에서 보기", `“비교”${J}에서 보기`],
    ["‘예’를", `‘예’${J}를`],
    ["[MASK]에서", `[MASK]${J}에서`],
    ["`epoch`이", `\`epoch\`${J}이`],
    ["…이", `…${J}이`],
    ["{rank}에서 {sum}까지", `{rank}${J}에서 {sum}${J}까지`],
  ])("stays on the line of what it follows in %s", (text, kept) => {
    expect(joinedText(text)).toBe(kept);
    expect(joinedText(kept), "once is enough").toBe(kept);
  });

  it("stays on the line of a term, whose words the joiner is no part of", () => {
    expect(pieces(joinedText("[[pattern|패턴]]이 셋"))).toEqual([{ term: "pattern", text: "패턴" }, `${J}이 셋`]);
  });

  it("needs none after a letter or a figure, and other words get none", () => {
    for (const text of ["클릭 8개에서 3위", "80 % 넘게", "(예) 아니요", "{rank_t:이} 셋", "“Compare” here", "a(b)c"])
      expect(joinedText(text)).toBe(text);
  });
});

describe("words of a dictionary", () => {
  it("are joined wherever they stand, and keep their shape", () => {
    const words = joined({
      text: "5 %로",
      list: ["(가)나"],
      say: (share: string, _n: number) => `${share}에서`,
      deep: { says: () => ({ text: "5 %로" }), none: () => null, bar: 3 },
    });
    expect(words.text).toBe(`5 %${J}로`);
    expect(words.list).toEqual([`(가)${J}나`]);
    expect(words.say("20 %", 1)).toBe(`20 %${J}에서`);
    expect(words.say.length).toBe(2);
    expect(words.deep.says()).toEqual({ text: `5 %${J}로` });
    expect(words.deep.none()).toBeNull();
    expect(words.deep.bar).toBe(3);
  });
});
