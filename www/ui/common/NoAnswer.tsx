// Why a question of a panel has no answer, and the way to ask again.
import { t } from "../../content";
import type { Question } from "../../state/question";
import { Button } from "./Button";
import { inWords, rawText } from "./failures";
import { Notice } from "./Notice";

/** Its panel reads the words of `trouble`. */
export function NoAnswer<Answer>({ of }: { of: Pick<Question<Answer>, "failure" | "again"> }) {
  const failed = of.failure.value;
  if (!failed) return null;
  return (
    <Notice isBad raw={rawText(failed)} buttons={<Button onClick={of.again}>{t().common.tryAgain}</Button>}>
      {inWords(failed)}
    </Notice>
  );
}
