// Where side information meets the items: block diagrams of three ways in today's shapes and numbers, their equations, and what joining
// scores costs.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { answerFailure, askAgain } from "../../state/answers";
import { client } from "../../state/engine";
import { hoveredSource } from "../../state/litSource";
import { catalogue, shop } from "../../state/opened";
import { fetchReadyIndex } from "../../state/ready";
import { fetchSystems } from "../../state/systems";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { isDue } from "../common/isDue";
import { Later } from "../common/Later";
import { Marked } from "../common/Marked";
import { Controls } from "./Controls";
import { Costs } from "./Costs";
import { Diagrams } from "./Diagrams";
import { follow } from "./drawn";
import { Equations } from "./Equations";
import { Fusions } from "./Fusions";
import { sources } from "./model";
import { Reading } from "./Reading";
import "../../styles/fused.css";

export const fusedPanel: PanelParts = { Body, Lede };

function Lede() {
  return (
    <p class="lede">
      <Marked text={t().fused.lede} />
    </p>
  );
}

function Body() {
  useEffect(follow, []);
  useEffect(
    () => () => {
      hoveredSource.value = null;
    },
    [],
  );
  const open = shop.value;
  const engine = client.value;
  useEffect(() => {
    if (open) void fetchReadyIndex(open);
  }, [open]);
  useEffect(() => {
    if (engine) void fetchSystems();
  }, [engine]);
  if (!catalogue.value) return null;
  return (
    <div class="fused">
      <Controls />
      <Trouble />
      <div class="fused-top">
        <Diagrams />
        <div class="fused-words">
          <Later>
            <Reading />
          </Later>
          <Later>
            <Equations />
          </Later>
        </div>
      </div>
      {isDue.value && (
        <>
          <Later>
            <Fusions />
          </Later>
          <Later>
            <Costs />
          </Later>
        </>
      )}
    </div>
  );
}

/** Why there are no numbers. */
function Trouble() {
  const words = t().fused;
  const failure = answerFailure.value;
  if (failure) {
    return (
      <div class="fused-trouble" role="alert">
        <p>{inWords(failure)}</p>
        <Button onClick={askAgain}>{t().common.tryAgain}</Button>
      </div>
    );
  }
  return sources.value.length === 2 ? <p class="note">{words.noAttributes}</p> : null;
}
