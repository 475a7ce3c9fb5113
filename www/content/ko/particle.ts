// Korean particles follow the last sound of the word before them. Names here also end in digits and Latin letters, which are
// read aloud in Korean.

const FORMS = { 이: "가", 은: "는", 을: "를", 과: "와", 으로: "로" } as const;
/** 일, 칠, 팔 end in ㄹ; 영, 삼, 육 in another consonant; tens, hundreds and thousands read as 십, 백, 천. */
const DIGITS: Readonly<Record<string, Ending>> = { 0: "closed", 1: "ㄹ", 3: "closed", 6: "closed", 7: "ㄹ", 8: "ㄹ" };
/** Letters by their names: 엘, 아르 (said 알), 엠, 엔; all others end open. */
const LETTERS: Readonly<Record<string, Ending>> = { L: "ㄹ", R: "ㄹ", M: "closed", N: "closed" };
/** Measures after a number by their names: 미터, 리터; 그램; 픽셀. Those that end open anyway are not listed. */
const MEASURES: readonly (readonly [RegExp, Ending])[] = [
  [/\d\s?(?:[mck]?m|m?l)$/i, "open"],
  [/\d\s?k?g$/, "closed"],
  [/\d\s?px$/, "ㄹ"],
];
/** Endings of English words as they are written in Korean: 테이블 and 휠, 폰 and 크롬, 링, 렉, 맵, 백. */
const WORDS: readonly (readonly [RegExp, Ending])[] = [
  [/(?:l|[^aeiou]le)$/, "ㄹ"],
  [/(?:[mn]|[aeiou][mn]e|ng|[aeiou]ck|(?:^|[^aeiou])[aeiou](?:c|k|p|b|g)|ook)$/, "closed"],
];

type Ending = "open" | "ㄹ" | "closed";
export type Particle = keyof typeof FORMS;

export const isParticle = (text: string): text is Particle => Object.hasOwn(FORMS, text);

/** The form of a particle that fits after a word; what stands in closing brackets or quotes is not counted. */
export function particle(word: string, closed: Particle): string {
  const end = ending(word);
  const isOpen = end === "open" || (end === "ㄹ" && closed === "으로");
  return isOpen ? FORMS[closed] : closed;
}

function ending(word: string): Ending {
  const spoken = word.replace(/(?<=\S)\s*\([^()]*\)\s*$/u, "").replace(/[^\p{L}\p{N}%]+$/u, "");
  const measure = MEASURES.find(([pattern]) => pattern.test(spoken));
  if (measure) return measure[1];
  const last = spoken.at(-1) ?? "";
  const syllable = (last.codePointAt(0) ?? 0) - 0xac00;
  if (syllable >= 0 && syllable < 11_172) return syllable % 28 === 0 ? "open" : syllable % 28 === 8 ? "ㄹ" : "closed";
  if (/[0-9]/.test(last)) return DIGITS[last] ?? "open";
  if (/[A-Z]/.test(last)) return LETTERS[last] ?? "open";
  const latin = /[A-Za-z]+$/.exec(spoken)?.[0].toLowerCase() ?? "";
  return WORDS.find(([pattern]) => pattern.test(latin))?.[1] ?? "open";
}
