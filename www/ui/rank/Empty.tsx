// Why nothing is counted, and what to press.
import { t } from "../../content";
import { current, session, set } from "../../state/current";
import { engine } from "../../state/engine";
import { loaded, modelFailure } from "../../state/opened";
import { retryModel } from "../../state/resources";
import type { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { Nothing } from "../common/Nothing";
import { clicks, from, longFailure, searchAgain } from "./clicks";
import { first, random } from "./counted";
import { firstName, sides } from "./shown";

export function Empty() {
  const words = t().rank;
  const isRandom = current.weights.value === "random";
  const failure =
    from.value === "long" && longFailure.value ? longFailure.value : (isRandom ? random : first).failure.value;
  if (failure) {
    const again = failure === longFailure.value ? searchAgain : (isRandom ? random : first).again;
    return <Failed failure={failure} again={again} />;
  }
  const { phase } = engine.value;
  if (phase === "loading" || phase === "opening") return <Nothing text={words.waiting} />;
  if (from.value === "own" && session.value.length === 0) {
    return (
      <Nothing text={words.noSession}>
        <Button onClick={() => set({ rankFrom: "long" })}>{words.showLong}</Button>
        <ToRandom />
      </Nothing>
    );
  }
  const missing = modelFailure.value;
  if (!isRandom && !loaded.value && missing) {
    return (
      <Nothing text={words.modelMissing(missing.name, inWords(missing.failure))}>
        <Button onClick={retryModel}>{t().common.tryAgain}</Button>
        <ToRandom />
      </Nothing>
    );
  }
  if (!isRandom && !loaded.value) {
    return (
      <Nothing text={words.noModel}>
        <ToRandom />
      </Nothing>
    );
  }
  if (from.value === "long" && clicks.value === null) return <Nothing text={words.longSearching} />;
  const report = first.value.value?.report;
  if (sides.value) {
    return (
      <Nothing text={words.one}>
        <Button onClick={() => set({ rankFrom: "long" })}>{words.showLong}</Button>
        <ToRandom />
      </Nothing>
    );
  }
  if (!isRandom && report && report.tables.length === 0) {
    return (
      <Nothing text={words.noAttention(firstName.value)}>
        <ToRandom />
      </Nothing>
    );
  }
  return <Nothing text={words.waiting} />;
}

function ToRandom() {
  if (current.weights.value === "random") return null;
  return <Button onClick={() => set({ weights: "random", rankFrom: null })}>{t().rank.showRandom}</Button>;
}

export function Failed({ failure, again }: { failure: WorkerFailure; again: () => void }) {
  return (
    <Nothing text={t().rank.failed(inWords(failure))}>
      <Button onClick={again}>{t().common.tryAgain}</Button>
    </Nothing>
  );
}
