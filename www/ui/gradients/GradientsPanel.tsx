// One training step in slow motion, and what it tells each source: of the model that answers and of another one beside it.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { session } from "../../state/current";
import { client } from "../../state/engine";
import { loaded, shop } from "../../state/opened";
import { fetchReadyIndex } from "../../state/ready";
import { Button } from "../common/Button";
import { Later } from "../common/Later";
import { Marked } from "../common/Marked";
import { Nothing } from "../common/Nothing";
import { canGoTo, goTo } from "../common/navigation";
import { Arrows } from "./Arrows";
import { follow, step } from "./asked";
import { Linear } from "./Linear";
import { stopPlaying } from "./play";
import { Reading, Verdicts } from "./Reading";
import { Ground, Step } from "./Step";
import { Trouble } from "./Trouble";
import { told } from "./views";
import "../../styles/gradients.css";

export const gradientsPanel: PanelParts = { Body, Lede };

function Lede() {
  return (
    <p class="lede">
      <Marked text={t().gradients.lede} />
    </p>
  );
}

function Body() {
  useEffect(follow, []);
  useEffect(() => stopPlaying, []);
  const open = shop.value;
  // Names of ready systems, to choose one that stands beside.
  useEffect(() => {
    if (open) void fetchReadyIndex(open);
  }, [open]);
  return (
    <div class="gradients">
      <Content />
    </div>
  );
}

function Content() {
  const words = t().gradients;
  if (!step.value) return <Nothing text={session.value.length === 0 ? words.empty : words.one} />;
  if (!loaded.value && client.value) {
    return (
      <Nothing text={words.noModel}>
        {canGoTo("train") && <Button onClick={() => goTo("train")}>{words.goTrain}</Button>}
      </Nothing>
    );
  }
  const hasAnswer = told.value.length > 0;
  return (
    <>
      <Ground />
      <Step />
      <Trouble />
      {hasAnswer && (
        <>
          <Arrows />
          <Later>
            <Reading />
            <Verdicts />
          </Later>
          <Later>
            <Linear />
          </Later>
        </>
      )}
    </>
  );
}
