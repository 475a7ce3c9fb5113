// Explanations held against the shop: what was planted, what the model learned of it, which click led to which, and what pointed to it.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { set } from "../../state/current";
import { FIRST_SHOP } from "../../state/dataKey";
import { client } from "../../state/engine";
import { model, openData } from "../../state/opened";
import { Button } from "../common/Button";
import { Later } from "../common/Later";
import { Nothing } from "../common/Nothing";
import { canGoTo, goTo } from "../common/navigation";
import { Beside } from "./Beside";
import { Clicks } from "./Clicks";
import { Examples } from "./Examples";
import { Failed } from "./Failed";
import { Law } from "./Law";
import { followMeasuring } from "./measure";
import { Notes } from "./Notes";
import { Planted } from "./Planted";
import { Pointed } from "./Pointed";
import { mix } from "./process";
import { Rules } from "./Rules";
import { scoring, show } from "./scores";
import { Which } from "./Which";
import "../../styles/truth.css";

export const truthPanel: PanelParts = { Body, Lede };

function Lede() {
  return <p class="lede">{t().truth.lede}</p>;
}

function Body() {
  const words = t().truth;
  if (!openData.value || !client.value) return <Nothing text={words.waiting} />;
  if (!mix.value) {
    return (
      <Nothing text={words.noProcess}>
        <Button look="solid" onClick={() => set({ data: FIRST_SHOP })}>
          {words.openShop}
        </Button>
      </Nothing>
    );
  }
  return (
    <div class="truth">
      <Planted />
      {model.value ? (
        <Measured />
      ) : (
        <Nothing text={words.noModel}>
          {canGoTo("train") && <Button onClick={() => goTo("train")}>{words.goTrain}</Button>}
        </Nothing>
      )}
      <Later>
        <Notes />
      </Later>
    </div>
  );
}

/** Asked while it is on screen; what was answered is kept. */
function Measured() {
  const [clicks] = useState(followMeasuring);
  useEffect(() => clicks.stop, [clicks]);
  useEffect(show, []);
  const failure = clicks.failure.value ?? scoring.failure.value;
  const again = () => {
    clicks.again();
    scoring.again();
  };
  return (
    <>
      <Law />
      {failure && <Failed why={failure} again={again} />}
      <Clicks isFailed={failure !== null} />
      <Later>
        <Which />
      </Later>
      <Later>
        <Rules />
      </Later>
      <Later>
        <Pointed />
      </Later>
      <Later>
        <Beside />
      </Later>
      <Later>
        <Examples />
      </Later>
    </>
  );
}
