// What to answer if asked: a list of a step's questions, said anew as a whole.
import { t } from "../../../content";
import type { LanguageCode } from "../../../content/language";
import type { Asked } from "../../../content/lecture/lecture";
import { Button } from "../../common/Button";
import { change } from "./desk";
import { reaskStep } from "./edits";
import { MOST_ASKED, MOST_TEXT, type OwnStep } from "./model";
import { scriptStep } from "./scripts";
import { WordField } from "./WordField";

export function AskedFields({ step, language }: { step: OwnStep; language: LanguageCode }) {
  const words = t().own;
  const original = scriptStep(step.of, language)?.asked ?? null;
  const own = step.words[language]?.asked;
  const asked = own ?? original ?? [];
  // Once one was added or taken out, it is no more told which original belongs to which.
  const beside = original?.length === asked.length ? original : null;
  const put = (now: readonly Asked[], what = "") => {
    const isOriginal = JSON.stringify(now) === JSON.stringify(original ?? []);
    change((lecture) => reaskStep(lecture, step.name, language, isOriginal ? undefined : now), what);
  };
  return (
    <div class="own-asked">
      {asked.map((one, at) => (
        <fieldset key={at}>
          {(["question", "answer"] as const).map((word) => (
            <WordField
              key={`${language} ${word}`}
              label={words.words[word]}
              language={language}
              own={one[word] === beside?.[at]?.[word] ? undefined : one[word]}
              original={beside?.[at]?.[word] ?? null}
              most={MOST_TEXT[word]}
              isLine={word === "question"}
              onChange={(text = beside?.[at]?.[word] ?? "") =>
                put(
                  asked.map((other, place) => (place === at ? { ...other, [word]: text } : other)),
                  `${step.name} ${language} ${word} ${at}`,
                )
              }
            />
          ))}
          <Button look="link" onClick={() => put(asked.filter((_, place) => place !== at))}>
            {words.removeAsked(at + 1)}
          </Button>
        </fieldset>
      ))}
      <div class="own-line">
        <Button
          icon="plus"
          disabled={asked.length >= MOST_ASKED}
          onClick={() => put([...asked, { question: "", answer: "" }])}
        >
          {words.addAsked}
        </Button>
        {own !== undefined && original !== null && (
          <Button look="link" aria-label={words.restoreOf(words.words.question)} onClick={() => put(original)}>
            {words.restore}
          </Button>
        )}
      </div>
    </div>
  );
}
