// The panel behind its heading: the run, its settings, its curves, and whose weights answer the visitor's session.
import { effect, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { keepTrainRuns } from "../../state/keepTrainRuns";
import { pause, play, playing, prepareTraining, run } from "../../state/training";
import { followWarmUp } from "../../state/warmUp";
import { connectTrainer } from "../../worker/connectTrainer";
import { announce } from "../common/Announcer";
import "../../styles/curves.css";
import "../common/runs/prepare";
import { RunHistory } from "../common/runs/RunHistory";
import { AnsweredBy } from "./AnsweredBy";
import { savesData } from "./browser";
import { LossChart, MetricChart } from "./Charts";
import { DeviceVerdict } from "./DeviceChoice";
import { LostNotice, RefusedNotice } from "./Notices";
import { Results } from "./Results";
import { Settings } from "./Settings";
import { stateInWords, Transport } from "./Transport";

prepareTraining(connectTrainer, (epoch, run) => {
  const words = t().train;
  return run === undefined ? words.weightsLabel(String(epoch)) : words.runLabel(String(run), String(epoch));
});
keepTrainRuns(configName);

/** A setting that is no system of its own, such as another fusion, is named by it. */
function configName({ model }: RunConfig): string {
  const words = t().shell.model;
  const name = words.names[model.kind] ?? model.kind;
  return "fusion" in model ? `${name}, ${words.fusion[model.fusion] ?? model.fusion}` : name;
}

/** A pointer or the focus has been on the panel: a run may follow. */
const approached = signal(false);
const approach = () => {
  approached.value = true;
};

/** Controls that take Space for themselves; anywhere else in the panel it plays and pauses. */
const CONTROLS = "button, input, select, textarea, a, summary, [role=slider], [role=radio], [role=grid]";

export function Training() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(sayPhases, []);
  useEffect(() => (savesData() ? undefined : followWarmUp(() => approached.value)), []);
  useEffect(() => (root.current ? listenForSpace(root.current) : undefined), []);
  return (
    <div class="training" ref={root} onPointerEnter={approach} onFocusIn={approach}>
      <Transport />
      <LostNotice />
      <RefusedNotice />
      <Settings />
      <div class="train-notes">
        <DeviceVerdict />
      </div>
      <AnsweredBy />
      <div class="train-charts">
        <LossChart />
        <MetricChart name="ndcg" />
        <MetricChart name="recall" />
        <Results />
      </div>
      <RunHistory />
    </div>
  );
}

/** On the whole panel, so that it also works while the panel itself has the focus. */
function listenForSpace(inside: HTMLElement): () => void {
  const panel = inside.closest<HTMLElement>("[data-panel]") ?? inside;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
    event.preventDefault();
    void (playing.peek() ? pause() : play());
  };
  panel.addEventListener("keydown", onKeyDown);
  return () => panel.removeEventListener("keydown", onKeyDown);
}

/** The ends and turns of a run are read out; its steps are not. */
function sayPhases(): () => void {
  let said = run.peek()?.phase ?? null;
  return effect(() => {
    const phase = run.value?.phase ?? null;
    if (phase === said) return;
    said = phase;
    if (phase === "paused" || phase === "finished" || phase === "stopped" || phase === "compiling") {
      announce(stateInWords(0));
    }
  });
}
