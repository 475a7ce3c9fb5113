// Explanations held against the shop: what was planted, what the model learned of it, which click led to which, and what pointed to it.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { set } from "../../state/current";
import { FIRST_SHOP } from "../../state/dataKey";
import { client } from "../../state/engine";
import { model, openData } from "../../state/opened";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { Later } from "../common/Later";
import { Nothing } from "../common/Nothing";
import { canGoTo, goTo } from "../common/navigation";
import { Beside } from "./Beside";
import { Clicks } from "./Clicks";
import { Examples } from "./Examples";
import { Law } from "./Law";
import { followMeasuring } from "./measure";
import { Notes } from "./Notes";
import { Planted } from "./Planted";
import { Pointed } from "./Pointed";
import { mix } from "./process";
import { Rules } from "./Rules";
import { followScores } from "./scores";
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
  const [asked] = useState(() => ({ clicks: followMeasuring(), scores: followScores() }));
  useEffect(
    () => () => {
      asked.clicks.stop();
      asked.scores.stop();
    },
    [asked],
  );
  const failure = asked.clicks.failure.value ?? asked.scores.failure.value;
  const again = () => {
    asked.clicks.again();
    asked.scores.again();
  };
  return (
    <>
      <Law />
      {failure && (
        <Nothing text={t().truth.failed(inWords(failure))} isAlert>
          <Button onClick={again}>{t().common.tryAgain}</Button>
        </Nothing>
      )}
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
