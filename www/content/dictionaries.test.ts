import { describe, expect, it, vi } from "vitest";
import { loadWords, t, useLanguage } from ".";
import { english as englishCore } from "./en";
import { korean as koreanCore, koreanParts } from "./ko";
import { engineLines } from "./ko/engineLines";
import { goods } from "./ko/goods";
import type { LanguageCode } from "./language";
import { withoutMarks } from "./marks";
import { englishParts, PART_NAMES } from "./parts";
import { isTerm } from "./terms";

const PARTS = { en: englishParts, ko: koreanParts };

/** The first view's words and those of every part. */
async function whole(core: object, code: LanguageCode): Promise<object> {
  const parts = await Promise.all(PART_NAMES.map(async (name) => [name, await PARTS[code][name]()] as const));
  return { ...core, ...Object.fromEntries(parts) };
}

const english = await whole(englishCore, "en");
const korean = await whole(koreanCore, "ko");

/** Every path to a word: keys, and the places of lists. */
function paths(value: unknown, path = ""): string[] {
  if (typeof value === "string") return [value.trim() === "" ? `${path} is empty` : path];
  if (typeof value === "function") return [`${path}()`];
  if (typeof value !== "object" || value === null) return [`${path} is neither text nor function`];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, path ? `${path}.${key}` : key));
}

interface Sentence {
  readonly path: string;
  readonly text: string;
}

/** What functions are tried with, so that both ways through them are read: a text, nothing, one, a list. */
const TRIED: readonly unknown[] = ["7", "", 1, ["7", "8"]];

/** Every text a visitor can come to read. */
function sentences(value: unknown, path = ""): Sentence[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value === "function") return TRIED.flatMap((argument) => sentences(said(value, argument), path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, path ? `${path}.${key}` : key));
}

/** What a function of a dictionary says; one that takes lists says nothing to a number. */
function said(say: CallableFunction, argument: unknown): unknown {
  try {
    return Reflect.apply(say, undefined, Array<unknown>(say.length).fill(argument));
  } catch {
    return null;
  }
}

function arities(value: unknown, path = ""): string[] {
  if (typeof value === "function") return [`${path} takes ${value.length}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .flatMap(([key, inner]) => arities(inner, path ? `${path}.${key}` : key))
    .sort();
}

describe("dictionaries", () => {
  it("hold the same words in both languages", () => {
    expect(paths(korean).sort()).toEqual(paths(english).sort());
  });

  it("leave no word empty", () => {
    expect(paths(english).filter((path) => path.includes(" is "))).toEqual([]);
  });

  it("take as many arguments in both languages", () => {
    expect(arities(korean)).toEqual(arities(english));
  });

  it("call the joined map and the way of joining by different names, wherever both stand", async () => {
    for (const [words, why] of [
      [englishCore, await PARTS.en.why()],
      [koreanCore, await PARTS.ko.why()],
    ] as const) {
      const way = withoutMarks(words.shell.model.fusionLabel);
      for (const joined of [why.fused, words.common.sources.fused]) expect(withoutMarks(joined)).not.toBe(way);
    }
  });

  it("ask an empty session for as many clicks wherever it is empty", async () => {
    for (const [words, why] of [
      [englishCore, await PARTS.en.why()],
      [koreanCore, await PARTS.ko.why()],
    ] as const)
      expect(why.empty.endsWith(` ${words.session.emptyMore}`), why.empty).toBe(true);
  });

  it("mark the same terms in both languages, and only terms that the glossary has", () => {
    const marks = (words: object) =>
      sentences(words).flatMap(({ path, text }) =>
        [...text.matchAll(/\[\[([^\]|]*)/g)].map(([, id]) => `${path}: ${id}`),
      );
    const unique = (list: readonly string[]) => [...new Set(list)].sort();
    expect(unique(marks(korean))).toEqual(unique(marks(english)));
    expect(marks(english).filter((mark) => !isTerm(mark.replace(/^.*: /, "")))).toEqual([]);
  });

  it("use no exclamation marks and no hyphen for minus", () => {
    for (const { path, text } of [...sentences(english), ...sentences(korean)]) {
      expect(text, path).not.toMatch(/!|(?:^| )-\d/);
    }
  });
});

describe("English words", () => {
  it("speak of weights only where attention or a loss has them", () => {
    const others = sentences(english).filter(({ text }) =>
      /weight/i.test(text.replace(/\{weight\}|(?:attention|loss)[- ]weights?/gi, "")),
    );
    expect(unlisted(others, [...ATTENTION_WEIGHTS, ...LOSS_WEIGHTS])).toEqual([]);
  });

  it("have one term for one thing, the field's own", () => {
    const said = sentences(english).map(({ path, text }) => ({ path, text: withoutMarks(text) }));
    expect(ENGLISH_VARIANTS.flatMap((variants) => said.filter(({ text }) => variants.test(text)))).toEqual([]);
  });

  it("are spelled as in Britain", () => {
    const american =
      /\b(?:colou?rize|color|behavior|center|favor|analyz|labeled|modeled|\w+(?:al|im|ar|or)iz(?:e|ed|es|ing|ation))\b/i;
    expect(sentences(english).filter(({ text }) => american.test(text))).toEqual([]);
  });
});

describe("words of both languages", () => {
  it("say that the engine was started again in one place alone, which knows whether it was", () => {
    const all = [...sentences(english), ...sentences(korean)];
    const again = all.filter(({ text }) => /(?:has been|was|is) started again|다시 시작했/i.test(text));
    expect([...new Set(again.map(({ path }) => path))]).toEqual(["shell.status.restarted"]);
  });
});

describe("Korean words", () => {
  it("speak of 가중치 only where attention or a loss has them", () => {
    const others = sentences(korean).filter(({ text }) =>
      /가중치|무게/.test(text.replace(/(?:어텐션|손실) 가중치/g, "")),
    );
    expect(unlisted(others, [...ATTENTION_WEIGHTS, ...LOSS_WEIGHTS])).toEqual([]);
  });

  it("leave no choice of particle to the reader", () => {
    const double = /[이가은는을를과와]\([이가은는을를과와]\)|\((?:이|으)\)/;
    expect(sentences(korean).filter(({ text }) => double.test(text))).toEqual([]);
  });

  it("are polite where they are sentences", () => {
    expect(sentences(korean).filter(({ text }) => /(?<!니)다[.;]|는가/.test(text))).toEqual([]);
  });

  it("have one term for one thing, the field's own", () => {
    // Of a mark, its words alone: "[[softmax|소프트맥스]]".
    const all = sentences({ ...korean, engine: Object.values(engineLines), goods: Object.values(goods) });
    const said = all.map(({ path, text }) => ({ path, text: withoutMarks(text) }));
    const found = VARIANTS.map((variants) => said.filter(({ text }) => variants.test(text)));
    expect(found.flat()).toEqual([]);
  });
});

/** Short labels beside attention maps, where no other weights are on screen. */
const ATTENTION_WEIGHTS = ["reading.columnWeight"];
/** The weight that a loss has in the total. */
const LOSS_WEIGHTS = ["lambda.help", "aap_weight.name", "mip_weight.name", "map_weight.name", "sp_weight.name"].map(
  (knob) => `train.knobs.${knob}`,
);

function unlisted(found: readonly Sentence[], allowed: readonly string[]): Sentence[] {
  return found.filter(({ path }) => !allowed.includes(path));
}

/** What else the terms of the field are called, and is not said here. In front of each line what is said. */
const ENGLISH_VARIANTS: readonly RegExp[] = [
  /* steps a second */ /\bit\/s\b/,
  /* side information */ /side[- ]informations|side features/i,
  /* mean of heads */ /mean head/i,
  /* pattern */ /weights before|softmaxed/i,
  /* position */ /\bslots?\b/i,
  /* test session */ /Random real|held-out visitor/i,
];
const VARIANTS: readonly RegExp[] = [
  /* 초기 융합 */ /조기 융합|이른 융합|얼리 퓨전/,
  /* 후기 융합 */ /늦은 융합|말기 융합|지연 융합/,
  /* 분리 융합 */ /분리된 융합|분리된 부가|디커플|비결합|탈결합/,
  /* 부가 정보 */ /부가정보|보조 정보|추가 정보|사이드 정보/,
  /* 어텐션 */ /주의 집중|주의력|주목도/,
  /* 랭크 병목 */ /계수 병목|순위 병목|랭크병목/,
  /* 그래디언트 */ /기울기|경사|그라디언트|그레이디언트|그라디엔트/,
  /* 아이템, 속성 */ /상품|물품|항목 번호|애트리뷰트|특성값/,
  /* 임베딩 */ /매립|임배딩/,
  /* 레이어 */ /계층|(?<![가-힣\d])층/,
  /* 소프트맥스 */ /소프트 맥스|샘플 소프트맥스|표본 소프트맥스/,
  /* 에포크, 스텝 */ /에폭|에포크수|학습 단계|훈련|\d(?:에포크|스텝)/,
  /* 검증, 테스트 */ /시험|유효성|밸리데이션/,
  /* 옵티마이저, 워커 */ /최적화기|최적화 도구|옵티마이져|작업자/,
  /* 예측 대상 */ /학습 목표|타깃|타겟|목표 아이템/,
  /* 이론상 최고 */ /최고 가능|이론적 최고|이론적 상한|천장/,
  /* 기준선, 윈도 마르코프 */ /베이스라인|바닥|창 마르코프|윈도우 마르코프/,
  /* 상점, 코너 */ /가게|매장|쇼핑몰|부서/,
  /* 연결(concat) */ /이어 붙이기|연접|콘캣/,
  /* 참조되는 아이템 */ /보이는 아이템/,
  /* 앞부분, atomic 파일, 조기 종료 대기, 버전 */ /접두사|원자 파일|인내|\d판/,
];

describe("parts of a dictionary", () => {
  it("say what is missing when they are read before they were fetched", () => {
    expect(() => t().paper.lede).toThrow(/words of "paper" are not here/);
  });

  it("are there once they were asked for, and change with the language", async () => {
    await Promise.all([loadWords(["why"]), loadWords(["train", "why"])]);
    const english = [t().why.lede, t().train.lede];
    await useLanguage("ko");
    expect(t().why.lede).not.toBe(english[0]);
    await loadWords(["paper"]);
    expect(t().paper.lede).toMatch(/\p{Script=Hangul}/u);
    await useLanguage("en");
    expect([t().why.lede, t().train.lede]).toEqual(english);
  });

  it("of a language that was chosen meanwhile are the ones that stay", async () => {
    const first = useLanguage("ko");
    await Promise.all([first, useLanguage("en"), loadWords(["data"])]);
    expect(t().data.title).toBe("Data");
  });

  it("that do not arrive keep no others away, neither now nor in another language", async () => {
    const fetching = vi.spyOn(PARTS.en, "glossary").mockRejectedValue(new TypeError("no connection"));
    await expect(loadWords(["glossary"])).rejects.toThrow("no connection");
    await loadWords(["side"]);
    expect(t().side.lede).not.toBe("");
    await useLanguage("ko");
    await useLanguage("en");
    fetching.mockRestore();
    await loadWords(["glossary"]);
    expect(t().glossary.softmax.name).toBe("Softmax");
  });

  it("of a language that does not arrive leave the one on screen as it is", async () => {
    const fetching = vi.spyOn(PARTS.ko, "why").mockRejectedValue(new TypeError("no connection"));
    await loadWords(["why"]);
    await expect(useLanguage("ko")).rejects.toThrow("no connection");
    await loadWords(["help"]);
    expect(t().help.title).not.toMatch(/\p{Script=Hangul}/u);
    fetching.mockRestore();
    await useLanguage("ko");
    expect(t().why.lede).toMatch(/\p{Script=Hangul}/u);
    await useLanguage("en");
  });
});
