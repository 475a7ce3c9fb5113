// Whatever the importer of people's own files can say has Korean: its words are read off its sources, so that new ones without fail.
import { describe, expect, it } from "vitest";
import { engineLines } from "./engineLines";
import { asItIs } from "./engineSays";
import { importLines } from "./importLines";
import { importSays } from "./importSays";
import { itHasGoodLines } from "./lineTests.mjs";
import { saidIn, shape, sources, wordsIn } from "./rustTexts.mjs";

/** names.rs holds what people call their columns; what is handed over is refused by the engine, whose test asks for it. */
const rust = sources("src/import", /\.rs$/, /\/(?:tests|fuzz)\/|\/(?:names|hand_over)\.rs$/);

const known = new Set([...Object.keys(engineLines), ...Object.keys(importLines)].map(shape));

/** Literals with words in them that nobody reads on the page, or that are the same in every language. */
const NOT_SAID = new Set([
  // A file of an archive that has no name.
  "file {}",
  // A refusal in one line: the engine's lines have it with a line of the file and without.
  "{}{}: found {}, expected {}. {}",
  ", line {}",
  // Names of columns.
  "release date",
  "video release date",
  "IMDb URL",
  // What stands for no value in MovieLens.
  "(no genres listed)",
  // The name of a value, made of numbers: part of the data.
  "{} to {}",
]);

describe("what the importer says", () => {
  const read =
    /(?:\b(?:found|expected|advice|what|reason)(?::| =) (?:format!\()?|(?:Content::Other|Is::Not|\.repair|lacks)\()$/;
  const said = saidIn(rust, read);

  it("is read off its sources", () => {
    expect(rust.length).toBeGreaterThan(40);
    expect(said.length).toBeGreaterThan(200);
    expect(new Set(said.map(({ name }) => name)).size).toBeGreaterThan(20);
  });

  it("has Korean", () => {
    const without = said.filter(({ text }) => !known.has(shape(text)) && !NOT_SAID.has(shape(text)));
    expect(without.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  it.each([
    ["separators", "src/import/dialect.rs", /fn in_words[^{]*\{([\s\S]*?)\n {4}\}/, 6],
    ["times", "src/import/times/rule.rs", /fn in_words[^{]*\{([\s\S]*?)\n {4}\}/, 9],
    ["roles", "src/import/role.rs", /fn name[^{]*\{([\s\S]*?)\n {4}\}/, 10],
    ["kinds", "src/import/role.rs", /fn kind[^{]*\{([\s\S]*?)\n {4}\}/, 7],
    ["separators", "src/import/role.rs", /fn separator[^{]*\{([\s\S]*?)\n {4}\}/, 1],
    ["formats", "src/import/formats/any.rs", /let format = ([\s\S]*?)\n {4}\};/, 3],
  ])("has Korean for the %s in %s", (_, name, body, least) => {
    const words = wordsIn(rust, name, body);
    expect(words.length).toBeGreaterThanOrEqual(least);
    expect(words.filter((word) => !known.has(shape(word)))).toEqual([]);
  });

  it("is left out only where it is still said", () => {
    const shapes = new Set(said.map(({ text }) => shape(text)));
    expect([...NOT_SAID].filter((text) => !shapes.has(text))).toEqual([]);
  });
});

describe("a line of the importer", () => {
  itHasGoodLines(importLines, importSays);

  it("stands in one of the two tables", () => {
    expect(Object.keys(importLines).filter((line) => line in engineLines)).toEqual([]);
  });

  it("leaves the engine its own", () => {
    itIsSame("columns separated by commas", "쉼표로 나눈 열");
    itIsSame("invalid type: a map, expected u32 at line 2 column 3", /^타입이 다른 값: 객체.*u32/);
    itIsSame(
      "s.inter: found a web page, expected text in UTF-8. Choose another file.",
      /^s\.inter: 읽은 내용은 웹 페이지/,
    );
  });

  it.each([
    ["2 cells separated by tabs", "탭으로 나눈 값 2개"],
    ["1 row equal to an earlier one", "앞의 행과 똑같은 행 1개"],
    ["12 rows equal to an earlier one", "앞의 행과 똑같은 행 12개"],
    [
      '3 names equal to another one but for a blank at the beginning or the end, such as "tent "',
      "다른 이름과 앞뒤의 빈칸만 다른 이름 3개(예: “tent ”)",
    ],
    ['1 item that the log does not have (there: "tent")', "로그에 하나도 없는 아이템 1개(로그의 아이템은 “tent” 등)"],
    ['1 cell separated by "^"', "“^”로 나눈 값 1개"],
    ["its cells are seconds since 1970", "1970년부터 센 초로 된 값"],
    ["its cells are dates written as %d.%m.%Y", "%d.%m.%Y 형식의 날짜로 된 값"],
    ["so named in movielens-csv", "movielens-csv에서 쓰는 이름"],
    ["no column with kinds of events", "이벤트 종류 열이 없는 파일"],
    ["a column with the role rating", "역할이 평점인 열"],
    [
      'lines such as "Dear reader, this is no table", expected a table or a log of clicks as text',
      "읽은 내용은 “Dear reader, this is no table” 같은 줄, 필요한 내용은 텍스트로 된 표나 클릭 로그",
    ],
    [
      "Check that the line is complete. 12 of 40 rows cannot be read.",
      "줄이 온전한지 확인하세요. 전체 40행 가운데 12행을 읽을 수 없습니다.",
    ],
    [
      "a zip file that is broken (invalid Zip archive: Could not find EOCD)",
      "깨진 zip 파일(잘못된 zip 형식: 파일 끝의 목차가 없음)",
    ],
    ["a file compressed by Bzip2", "Bzip2로 압축한 파일"],
    ["a file compressed by Unknown", "알 수 없는 방식으로 압축한 파일"],
    [
      '"{"user": 1, "what is it" (EOF while parsing a string at line 1 column 24)',
      /^“\{"user": 1, "what is it”\(문자열 중간에/,
    ],
    // Longer than what is repeated of a message.
    [
      '"5" (invalid type: integer `5`, expected an object at line 1 colu…)',
      "“5”(타입이 다른 값: 정수 5(필요한 내용: 객체))",
    ],
    ['"{" (control character (\\u0000-\\u001F) found while parsing a stri…)', "“{”(문자열 안의 제어 문자)"],
    ["another log; logs.zip/views.csv is read", "다른 로그(logs.zip/views.csv를 읽음)"],
    [
      "events.csv, line 7: found no time, expected numbers. Correct it.",
      /^events\.csv, 7번째 줄: 읽은 내용은 빈 시각, 필요한 내용은 수\. 고치/,
    ],
  ])("says %s with the parts that it is made of", (english, korean) => itIsSame(english, korean));

  it("leaves what nobody has put into Korean", () => {
    expect(importSays("the moon is full")).toBeNull();
    expect(asItIs("the moon is full")).toBe("the moon is full (영어 원문)");
  });
});

function itIsSame(english, korean) {
  expect(importSays(english)).toEqual(korean instanceof RegExp ? expect.stringMatching(korean) : korean);
}
