// The panel behind its heading: the control row, the settings, the curves; below them what is only looked at between runs.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { runUnkept } from "../../state/checkpoints";
import { keepTrainRuns } from "../../state/keepTrainRuns";
import { isPlanning } from "../../state/plan";
import { lost, pause, play, playing, prepareTraining, refused } from "../../state/training";
import { followWarmUp } from "../../state/warmUp";
import { savesData } from "../../worker/connection";
import { connectTrainer } from "../../worker/connectTrainer";
import { Later } from "../common/Later";
import { phone } from "../common/viewport";
import "../../styles/curves.css";
import "../common/runs/prepare";
import { rawText } from "../common/failures";
import { RawText } from "../common/RawText";
import { RunHistory } from "../common/runs/RunHistory";
import { AnsweredBy } from "./AnsweredBy";
import { configName } from "./configName";
import { DeviceChoice, DeviceVerdict } from "./DeviceChoice";
import { KeepRun } from "./KeepRun";
import { LossChart } from "./LossChart";
import { MetricChart } from "./MetricChart";
import { OnDevice } from "./OnDevice";
import { Presets } from "./Presets";
import { Results } from "./Results";
import { SettingsFold, SettingsRow } from "./Settings";
import { Transport } from "./Transport";
import { WhatItTakes } from "./WhatItTakes";

prepareTraining(connectTrainer, (epoch, run) => {
  const words = t().train;
  return run === undefined ? words.weightsLabel(String(epoch)) : words.runLabel(String(run), String(epoch));
});
keepTrainRuns(configName);

/** A pointer or the focus has been on the panel: a run may follow. */
const approached = signal(false);
const approach = () => {
  approached.value = true;
};

/** Controls that take Space for themselves; anywhere else in the panel it plays and pauses. */
const CONTROLS = "button, input, select, textarea, a, summary, [role=slider], [role=radio], [role=grid]";

export function Training() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (savesData() ? undefined : followWarmUp(() => approached.value)), []);
  useEffect(() => {
    isPlanning.value = true;
    return () => {
      isPlanning.value = false;
    };
  }, []);
  useEffect(() => (root.current ? listenForSpace(root.current) : undefined), []);
  return (
    <div class="training" ref={root} onPointerEnter={approach} onFocusIn={approach}>
      <Transport />
      {!phone.value && (
        <>
          <Presets />
          <SettingsRow />
        </>
      )}
      <div class="train-charts">
        <Later>
          <LossChart />
        </Later>
        <Later>
          <MetricChart name="ndcg" />
        </Later>
      </div>
      {phone.value && <SettingsFold />}
      <TroubleDetails />
      {runUnkept.value && <p class="note run-unkept">{t().train.onDevice.unkept[runUnkept.value]}</p>}
      <Later>
        <Below />
      </Later>
    </div>
  );
}

function Below() {
  return (
    <>
      <div class="train-choices">
        <AnsweredBy />
        <KeepRun />
        <div class="train-device">
          <DeviceChoice />
          <DeviceVerdict />
        </div>
        <WhatItTakes />
      </div>
      <div class="train-charts">
        <MetricChart name="recall" />
        <Results />
      </div>
      <RunHistory />
      <OnDevice />
    </>
  );
}

/** What the engine or the browser said of a run that ended by itself, for whoever can make use of it. */
function TroubleDetails() {
  const failure = lost.value?.failure ?? refused.value;
  const raw = failure && rawText(failure);
  return raw ? <RawText text={raw} /> : null;
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
