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

  it.each([
    ["Daypack 20 L", OPEN],
    ["35 mm", OPEN],
    ["3 km", OPEN],
    ["500 ml", OPEN],
    ["12 kg", CLOSED],
    ["360 px", RIEUL],
    ["3.6 GB", OPEN],
    ["210 ms", OPEN],
  ])("follows the name of the measure at the end of %s", (word, forms) => {
    expect(ALL.map((one) => particle(word, one)).join(" ")).toBe(forms);
  });

  it.each([
    ["35 mm 렌즈", OPEN],
    ["2 TB 카드", OPEN],
    ["데이팩 20리터", OPEN],
    ["파종용 상토", OPEN],
    ["헤드폰", CLOSED],
    ["카메라 짐벌", RIEUL],
    ["기타 줄", RIEUL],
    ["오스트렐", RIEUL],
  ])("follows the last syllable of %s, which a shop of the page sells", (word, forms) => {
    expect(ALL.map((one) => particle(word, one)).join(" ")).toBe(forms);
  });

  it("follows the word before closing brackets and quotes", () => {
    expect(particle("DIF-SR (게이트)", "으로")).toBe("로");
    expect(particle("“세션”", "이")).toBe("이");
    expect(particle("", "이")).toBe("가");
  });
});
