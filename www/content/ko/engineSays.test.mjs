// Whatever the engine and its workers can say has Korean: their messages are read off the sources, so that a new one without fails.
// What the importer of people's own files says is in importSays.test.mjs.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { engineLines } from "./engineLines";
import { asItIs, engineSays } from "./engineSays";
import { itHasGoodLines } from "./lineTests.mjs";
import { root, saidIn, shape, sources, wordsIn } from "./rustTexts.mjs";

/** Rust that the page never meets: the command line, recorded vectors, other stacks; the importer, but for what it hands over, is another test's. Names of goods are in goods.test.ts. */
const rust = sources(
  "src",
  /\.rs$/,
  /^src\/(?:(?:cli|golden|import(?!\/hand_over)|peer)\/|main\.rs$|web\/peer\.rs$|data\/shop\.rs$)/,
);
const scripts = ["www/worker", "www/state", "www/ui"].flatMap((folder) =>
  sources(folder, /\.tsx?$/, /Bench\.ts$|fake/),
);

const known = new Set(Object.keys(engineLines).map(shape));

/** Literals with words in them that nobody reads on the page. */
const NOT_SAID = new Set([
  // Names of random streams.
  "random rank",
  "real session",
  "shuffled sessions",
  // Where published settings come from: the command line prints it.
  "first release, logs of commit 7fcdbb4: the runs behind the paper's table",
  "current configuration of the release, commit b600052",
  "reference runs on MovieLens-100K with the attribute class",
  "the page's settings for its synthetic shops",
  // Names of systems, the same in every language.
  "DIF-SR (concat)",
  "DIF-SR (gate)",
  "NOVA (concat)",
  "NOVA (gate)",
  "SASRecF (add)",
  // The names of adapters and devices, and of an attribute that the data does not have.
  "{}, {}",
  "{} {}, {}",
  "attribute {}",
  // What a panic says: the page hears of a crash.
  "the caller has asked `runs_on`",
  "the rank was looked at",
  // By what such a file is known.
  "version https://git-lfs",
  // Of bytes of another version: all that is wrong with them is told as one.
  "a name stands twice",
  // Of recorded vectors.
  "a case of another model",
]);

describe("what the Rust sources say", () => {
  const said = saidIn(rust, /\b(?:found|expected|advice|message|tensor|what|reason)(?::| =) (?:format!\()?$/);

  it("is read off them", () => {
    expect(rust.length).toBeGreaterThan(100);
    expect(said.length).toBeGreaterThan(120);
    expect(new Set(said.map(({ name }) => name)).size).toBeGreaterThan(20);
  });

  it("has Korean", () => {
    const isDeclaration = (text) => text.startsWith("/** ");
    const without = said.filter(
      ({ text }) => !known.has(shape(text)) && !NOT_SAID.has(shape(text)) && !isDeclaration(text) && !isCitation(text),
    );
    expect(without.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  it("has Korean where it stands inside another sentence", () => {
    const inside = { "src/data/text.rs": /fn other_separator[^{]*\{([\s\S]*?)\n\}/ };
    for (const [name, body] of Object.entries(inside)) {
      const words = wordsIn(rust, name, body);
      expect(words.length).toBeGreaterThan(3);
      expect(words.filter((word) => !known.has(word))).toEqual([]);
    }
  });
});

/** Names and a year: what is said of the systems' authors. */
function isCitation(text) {
  return /^[A-Z]\w+ et al\., \w+ \d{4}/.test(text) && engineSays(text) !== null;
}

describe("what the workers and the way to them say", () => {
  const message = /(?:new WorkerFailure\(\s*|\bmessage: |onLost\(message \|\| |tooFew\()(["`])(.*?)\1/g;
  const messages = scripts.flatMap(({ name, text }) =>
    [...text.matchAll(message)].map(([, , said = ""]) => ({ name, said })),
  );

  it("has Korean", () => {
    expect(messages.length).toBeGreaterThan(15);
    expect(messages.filter(({ said }) => !known.has(shape(said))).map(({ name, said }) => `${name}: ${said}`)).toEqual(
      [],
    );
  });
});

describe("what the fixtures of the readers are refused with", () => {
  const fixtures = path.join(root, "tests/fixtures");
  const errors = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    if (!name.endsWith("expected.json")) return [];
    const { error, message } = JSON.parse(readFileSync(path.join(fixtures, name), "utf8"));
    return error ? [{ name, error, message }] : [];
  });

  it("has Korean, part by part and as a whole", () => {
    expect(errors.length).toBeGreaterThan(15);
    for (const { name, error, message } of errors) {
      for (const part of [error.found, error.expected, error.advice]) {
        const said = engineSays(part) ?? asItIs(part);
        // Names of columns, files and types are the same in every language.
        expect(said.replace(/“[^”]*”|RecBole atomic/g, ""), name).not.toMatch(/[A-Za-z]{2,} [A-Za-z]{2,}|영어/);
      }
      expect(engineSays(message), name).toMatch(/[가-힣]/);
    }
  });
});

describe("a line", () => {
  itHasGoodLines(engineLines, engineSays);

  it.each([
    ["1 field separated by tabs, as in the header", "헤더처럼 탭으로 나눈 값 1개"],
    ["columns separated by commas", "쉼표로 나눈 열"],
    ["a line separated by vertical bars", "세로줄(|)로 나눈 줄"],
    [
      'the item "Tent for two, or an empty file" a second time (first in line 3)',
      /“Tent for two, or an empty file”.*3번째 줄/,
    ],
    ["Load a model first.", "먼저 모델을 불러오세요."],
    [
      "The model was trained on ml-100k, not on 상점: 브랜드 충성.",
      "상점: 브랜드 충성이 아니라 ml-100k로 학습한 모델입니다.",
    ],
    ["missing field `model` at line 1 column 13", "빠진 항목 `model`(1번째 줄 13번째 글자)"],
    [
      "invalid type: a map, expected u32 at line 2 column 3",
      "타입이 다른 값: 객체(필요한 내용: u32)(2번째 줄 3번째 글자)",
    ],
    [
      "s.inter, line 3: found 2 fields, expected text in UTF-8. Choose the complete file.",
      /^s\.inter, 3번째 줄: .*값 2개.*UTF-8 텍스트\. 온전한/,
    ],
    ["Hidasi et al., ICLR 2016; Tan et al., DLRS 2016", "Hidasi 외, ICLR 2016; Tan 외, DLRS 2016"],
    ["Shop: brand loyal, attributes shuffled", "상점: 브랜드 충성, 속성을 뒤섞음"],
  ])("says %s with the parts that it is made of", (english, korean) => {
    expect(engineSays(english)).toEqual(typeof korean === "string" ? korean : expect.stringMatching(korean));
  });

  it("that is not there leaves the English, and says so; names and numbers are nobody's language", () => {
    expect(engineSays("the moon is full")).toBeNull();
    expect(asItIs("the moon is full")).toBe("the moon is full (영어 원문)");
    for (const text of ["NaN", "−3", "[8, 16]", "item.weight", "brand_loyal"]) expect(asItIs(text)).toBe(text);
    expect(engineSays("columns separated by the moon in May")).toBe("the moon in May (영어 원문)로 나눈 열");
  });
});
