// What keeps the list from answering what is asked: a model that did not arrive, a question that failed. With the way out.
import { t } from "../../content";
import { answerFailure, askAgain } from "../../state/answers";
import { modelFailure } from "../../state/opened";
import { retryModel } from "../../state/resources";
import { Button } from "../common/Button";
import { inWords, rawText } from "../common/failures";
import { Notice } from "../common/Notice";

export function Trouble() {
  const words = t().nextMore;
  const again = (retry: () => void) => <Button onClick={retry}>{t().common.tryAgain}</Button>;
  const [missing, failed] = [modelFailure.value, answerFailure.value];
  return (
    <>
      {missing && (
        <Notice isBad raw={rawText(missing.failure)} buttons={again(retryModel)}>
          {words.modelMissing(missing.name, inWords(missing.failure))}
        </Notice>
      )}
      {failed && (
        <Notice isBad raw={rawText(failed)} buttons={again(askAgain)}>
          {words.noAnswer(inWords(failed))}
        </Notice>
      )}
    </>
  );
}
