import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import type { PanelParts } from "../../panels";
import { answered, answerFailure, baseline, prediction } from "../../state/answers";
import { current, set } from "../../state/current";
import { catalogue, modelFailure } from "../../state/opened";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { count, percent } from "../common/format";
import { isDue } from "../common/isDue";
import { lazy } from "../common/lazy";
import { sourcesEdited } from "../common/sourcesOff";
import { isTable } from "../common/tables";
import { PredictionRows } from "./PredictionRows";
import "../../styles/next.css";

const More = lazy(async () => (await import("./More")).More, ["nextMore", "figure"]);
const AttributePredictions = lazy(
  async () => (await import("./AttributePredictions")).AttributePredictions,
  ["nextMore", "figure"],
);
const PredictionTable = lazy(async () => (await import("./PredictionTable")).PredictionTable, ["nextMore"]);
const Trouble = lazy(async () => (await import("./Trouble")).Trouble, ["nextMore", "trouble"]);
const SwitchedOff = lazy(async () => (await import("../common/SwitchedOff")).SwitchedOff);
const Nothing = lazy(async () => (await import("./Nothing")).Nothing, ["nextMore"]);
/** Nothing is compared before the first edit. */
const Against = lazy(async () => (await import("./Against")).Against, ["nextMore"]);
const hasTrouble = () => modelFailure.value !== null || answerFailure.value !== null;

function Pin() {
  const words = t().next;
  const isPinned = current.pinned.value !== null;
  return (
    <Button
      look="quiet"
      icon="pin"
      aria-pressed={isPinned}
      title={isPinned ? words.unpinTitle : words.pinTitle}
      onClick={() => {
        if (!isPinned) announce(words.pinned);
        // The list on screen is the one that is meant, also while a newer session waits for its answer.
        set({ pinned: isPinned ? null : answered.peek() });
      }}
    >
      {isPinned ? words.unpin : words.pin}
    </Button>
  );
}

function List({ data, list }: { data: Catalogue; list: Prediction }) {
  const words = t().next;
  const k = current.k.value;
  const shown = list.top.slice(0, k);
  const sum = shown.reduce((acc, row) => acc + row.probability, 0);
  return (
    <>
      {isTable("next") ? (
        <PredictionTable data={data} prediction={list} />
      ) : (
        <PredictionRows data={data} prediction={list} />
      )}
      <p class="note next-total">
        {words.total(count(shown.length), percent(sum), count(data.items.length - 1))}{" "}
        {baseline.value ? <Against /> : words.againstNone}
      </p>
      {isDue.value && <More data={data} list={list} />}
    </>
  );
}

export const nextPanel: PanelParts = { Body, Tools };

function Tools() {
  return (
    <>
      {sourcesEdited().length > 0 && <SwitchedOff />}
      {prediction.value && <Pin />}
    </>
  );
}

function Body() {
  const [data, list] = [catalogue.value, prediction.value];
  return (
    <div class="next">
      <div data-figure="next">
        {hasTrouble() && <Trouble />}
        {data && list ? <List data={data} list={list} /> : <Nothing hasTrouble={hasTrouble()} />}
      </div>
      {data && list && isDue.value && <AttributePredictions data={data} prediction={list} />}
    </div>
  );
}
