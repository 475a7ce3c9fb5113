import { describe, expect, it } from "vitest";
import { type Particle, particle } from "./particle";

const ALL: readonly Particle[] = ["이", "은", "을", "과", "으로"];
const OPEN = "가 는 를 와 로";
const RIEUL = "이 은 을 과 로";
const CLOSED = "이 은 을 과 으로";

describe("a Korean particle", () => {
  it.each([
    ["카메라", OPEN],
    ["브랜드", OPEN],
    ["테이블", RIEUL],
    ["세션", CLOSED],
    ["상점: 브랜드 충성", CLOSED],
  ])("follows the last syllable of %s", (word, forms) => {
    expect(ALL.map((one) => particle(word, one)).join(" ")).toBe(forms);
  });

  it.each([
    ["실행 0", CLOSED],
    ["실행 1", RIEUL],
    ["실행 2", OPEN],
    ["실행 3", CLOSED],
    ["실행 4", OPEN],
    ["실행 5", OPEN],
    ["실행 6", CLOSED],
    ["실행 7", RIEUL],
    ["실행 8", RIEUL],
    ["실행 9", OPEN],
    ["실행 10", CLOSED],
    ["3,000", CLOSED],
    ["12 %", OPEN],
  ])("follows the number in %s as it is read", (word, forms) => {
    expect(ALL.map((one) => particle(word, one)).join(" ")).toBe(forms);
  });

  it.each([
    ["A", OPEN],
    ["B", OPEN],
    ["SASRecF", OPEN],
    ["FDSA", OPEN],
    ["ICAI-SR", RIEUL],
    ["DIF-SR", RIEUL],
    ["WebGL", RIEUL],
    ["GSM", CLOSED],
    ["DIF-BERT", OPEN],
    ["NOVA", OPEN],
  ])("follows the name of the last letter of %s", (word, forms) => {
    expect(ALL.map((one) => particle(word, one)).join(" ")).toBe(forms);
  });

  it.each([
    ["SASRec", CLOSED],
    ["BERT4Rec", CLOSED],
    ["S3-Rec", CLOSED],
    ["GRU4Rec", CLOSED],
    ["Caser", OPEN],
    ["Camera bag", CLOSED],
    ["35 mm lens", OPEN],
    ["Tent", OPEN],
    ["Phone", CLOSED],
    ["Notebook", CLOSED],
    ["ml-100k.inter", OPEN],
    ["config.json", CLOSED],
    ["Table", RIEUL],
    ["Chrome", CLOSED],
  ])("follows the sound of the English word at the end of %s", (word, forms) => {
    expect(ALL.map((one) => particle(word, one)).join(" ")).toBe(forms);
  });

  it("follows the word before closing brackets and quotes", () => {
    expect(particle("DIF-SR (게이트)", "으로")).toBe("로");
    expect(particle("“세션”", "이")).toBe("이");
    expect(particle("", "이")).toBe("가");
  });
});
