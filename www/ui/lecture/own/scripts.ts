// The script in both languages, whatever language is on screen: what is said anew stands beside what the original says.
import type { LanguageCode } from "../../../content/language";
import type { Script, ScriptStep } from "../../../content/lecture/words";

let scripts: Readonly<Record<LanguageCode, Script>> | null = null;

export async function fetchScripts(): Promise<void> {
  const [{ script: en }, { script: ko }] = await Promise.all([
    import("../../../content/en/script"),
    import("../../../content/ko/script"),
  ]);
  scripts = { en, ko };
}

/** Null for a step that is none of the script's. */
export function scriptStep(of: string | null, language: LanguageCode): ScriptStep | null {
  return of === null ? null : (scripts?.[language][of] ?? null);
}
