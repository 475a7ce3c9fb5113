import { t } from "../../content";
import type { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { Nothing } from "../common/Nothing";

/** Why clicks could not be asked, and another try. */
export function Failed({ why, again }: { why: WorkerFailure; again: () => void }) {
  return (
    <Nothing text={t().truth.failed(inWords(why))} isAlert>
      <Button onClick={again}>{t().common.tryAgain}</Button>
    </Nothing>
  );
}
