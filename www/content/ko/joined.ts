// Korean words are kept whole where lines end, but only letters and figures count as parts of a word: after a sign, a closing bracket or
// quote, or a term that can be pressed, a browser may begin a line with the particle alone. A joiner between the two forbids it.

const JOINER = "\u2060";
/** What stands in a place of a sentence may end in such a sign, and a mark of a term closes with brackets. */
const SIGN = /([%)\]}”’"'`…])(?=[가-힣])/g;

/** A text of the page with its particles joined; anything else comes back as it is. */
export const joinedText = (text: string): string => text.replace(SIGN, `$1${JOINER}`);

/** Words of a dictionary, of any shape: texts, functions that make texts, and what holds these. */
export function joined<Words>(words: Words): Words {
  return joinedAny(words) as Words;
}

function joinedAny(words: unknown): unknown {
  if (typeof words === "string") return joinedText(words);
  if (Array.isArray(words)) return words.map(joinedAny);
  if (typeof words === "function") return joinedFunction(words as (...given: unknown[]) => unknown);
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, inner]) => [name, joinedAny(inner)]));
}

function joinedFunction(say: (...given: unknown[]) => unknown) {
  const joinedSay = (...given: unknown[]) => joinedAny(say(...given));
  // How many arguments a text takes is compared between the languages.
  return Object.defineProperty(joinedSay, "length", { value: say.length });
}
