import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import type { PanelParts } from "../../panels";
import { answerFailure, baseline, prediction } from "../../state/answers";
import { current, session, set } from "../../state/current";
import { engine } from "../../state/engine";
import { TOP_K } from "../../state/fields";
import { catalogue, model, modelFailure } from "../../state/opened";
import { modelProgress } from "../../state/ready";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { DataTable, TableToggle } from "../common/DataTable";
import { count, percent } from "../common/format";
import { itemName } from "../common/itemWords";
import { lazy } from "../common/lazy";
import { Segmented } from "../common/Segmented";
import { Switch } from "../common/Switch";
import { SwitchedOff } from "../common/SwitchedOff";
import { reveal } from "../common/sessionActions";
import { isTable, showTable } from "../common/tables";
import { AttributePredictions } from "./AttributePredictions";
import { PredictionRows, predictionTable } from "./PredictionRows";
import "../../styles/next.css";

const Trouble = lazy(async () => (await import("./Trouble")).Trouble, ["trouble"]);
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
        set({ pinned: isPinned ? null : session.peek() });
      }}
    >
      {isPinned ? words.unpin : words.pin}
    </Button>
  );
}

/** What the rank column compares with, in words. */
function against(): string {
  const words = t().next.against;
  const reason = baseline.value?.reason;
  if (!reason) return words.none;
  switch (reason.kind) {
    case "add":
    case "remove":
    case "move":
      return words[reason.kind](itemName(catalogue.value, reason.item));
    case "pinned":
      return words.pinned(reason.session.length, itemName(catalogue.value, reason.session.at(-1) ?? 0));
    default:
      return words[reason.kind];
  }
}

/** The true next item of a real session: hidden until asked for. */
function Truth({ list }: { list: Prediction }) {
  const words = t().next;
  const known = current.quiz.value;
  const data = catalogue.value;
  if (!known || !data) return null;
  if (!known.revealed) {
    return (
      <p class="next-truth">
        {words.realNote}{" "}
        <Button look="link" onClick={() => reveal(known)}>
          {words.reveal}
        </Button>
      </p>
    );
  }
  const name = itemName(data, known.target);
  const rank = list.ranks[known.target] ?? 0;
  const shown = list.top.find((row) => row.item === known.target);
  const items = count(data.items.length - 1);
  const said =
    rank === 0
      ? words.revealedExcluded(name)
      : shown
        ? words.revealed(name, count(rank), items, percent(shown.probability))
        : words.revealedPlain(name, count(rank), items);
  return (
    <p class="next-truth" role="status">
      <b>{said}</b>
    </p>
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
        <DataTable caption={words.tableCaption} {...predictionTable({ data, prediction: list })} />
      ) : (
        <PredictionRows data={data} prediction={list} />
      )}
      <p class="note next-total">
        {words.total(count(shown.length), percent(sum), count(data.items.length - 1))} {against()}
      </p>
      <Truth list={list} />
      <div class="next-controls">
        <Segmented
          label={words.count}
          options={TOP_K.map((value) => ({ value, label: String(value) }))}
          value={k}
          onChange={(value) => set({ k: value })}
        />
        <TableToggle on={isTable("next")} onChange={(on) => showTable("next", on)} />
        <Switch label={words.excludeSeen} on={current.excludeSeen.value} onChange={(on) => set({ excludeSeen: on })} />
      </div>
      <AttributePredictions data={data} prediction={list} />
    </>
  );
}

/** Why there is no list yet, and what to press. */
function Nothing() {
  const words = t().next;
  const { phase } = engine.value;
  if (session.value.length === 0) return <p class="next-empty">{words.empty}</p>;
  if (hasTrouble()) return null;
  if (phase === "failed") return <p class="next-empty">{t().shell.failed.title}</p>;
  if (model.value || modelProgress.value || phase === "loading" || phase === "opening") {
    return <p class="next-empty">{modelProgress.value ? words.modelComing : words.waiting}</p>;
  }
  return (
    <div class="next-empty">
      <p>
        <b>{words.noModel}</b> {current.data.value.kind === "shop" ? words.noModelShop : words.noModelMore}
      </p>
      <p>
        <Button onClick={() => set({ panel: "train" })}>{words.goTrain}</Button>
      </p>
    </div>
  );
}

export const nextPanel: PanelParts = { Body, Tools };

function Tools() {
  return prediction.value ? <Pin /> : null;
}

function Body() {
  const [data, list] = [catalogue.value, prediction.value];
  return (
    <div class="next">
      <Trouble />
      <SwitchedOff />
      {data && list ? <List data={data} list={list} /> : <Nothing />}
    </div>
  );
}
