// What is said at a place of a lecture: the script's words, and over them the lecturer's own. Where there is no script, what there is: the
// other language's words rather than none.
import type { LanguageCode } from "../language";
import type { ClickWords, LectureClick, LectureStep, OwnWords, StepWords } from "./lecture";
import { scriptOf } from "./lecture";

export type ScriptStep = StepWords & { readonly clicks: readonly ClickWords[] };
/** By the names of steps. */
export type Script = Readonly<Record<string, ScriptStep>>;

function inAnyLanguage<Words, Key extends keyof Words>(
  own: OwnWords<Words> | undefined,
  language: LanguageCode,
  key: Key,
): Words[Key] | undefined {
  const other = language === "en" ? "ko" : "en";
  return own?.[language]?.[key] ?? own?.[other]?.[key];
}

/** The script's own words of a step; null for a step of the lecturer's. */
export function scriptStep(step: LectureStep, script: Script): ScriptStep | null {
  const name = scriptOf(step);
  return name === null ? null : (script[name] ?? null);
}

export function stepWords(step: LectureStep, script: Script, language: LanguageCode): StepWords {
  const [from, own] = [scriptStep(step, script), step.own?.[language]];
  if (from) return { name: own?.name ?? from.name, asked: own?.asked ?? from.asked, fails: own?.fails ?? from.fails };
  const titles = step.clicks.map((click) => inAnyLanguage(click.own, language, "title"));
  return {
    name: inAnyLanguage(step.own, language, "name") ?? titles.find((title) => title) ?? "",
    asked: inAnyLanguage(step.own, language, "asked") ?? [],
    fails: inAnyLanguage(step.own, language, "fails") ?? "",
  };
}

/** The script's own words of a sub-step; null for one of the lecturer's. */
export function scriptClick(step: LectureStep, click: LectureClick, script: Script): ClickWords | null {
  const at = click.words === undefined ? step.clicks.indexOf(click) : click.words;
  return at === null ? null : (scriptStep(step, script)?.clicks[at] ?? null);
}

export function clickWords(step: LectureStep, click: LectureClick, script: Script, language: LanguageCode): ClickWords {
  const [from, own] = [scriptClick(step, click, script), click.own?.[language]];
  if (!from) {
    const word = (key: "title" | "text" | "does" | "say") => inAnyLanguage(click.own, language, key) ?? "";
    return { title: word("title"), text: word("text"), does: word("does"), say: word("say") };
  }
  // What was said anew is not followed by what the script says in its place.
  const otherwise = own?.otherwise ?? (own?.say === undefined ? from.otherwise : undefined);
  return {
    title: own?.title ?? from.title,
    text: own?.text ?? from.text,
    does: own?.does ?? from.does,
    say: own?.say ?? from.say,
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}
