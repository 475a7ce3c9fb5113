// Two to four models on the visitor's own session: their lists, where they look, and where they differ.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { choices } from "../../state/choices";
import { session } from "../../state/current";
import { client } from "../../state/engine";
import { catalogue, shop } from "../../state/opened";
import { fetchReadyIndex, readyFailureOf, readyIndexOf } from "../../state/ready";
import { Button } from "../common/Button";
import { Figure } from "../common/Figure";
import { inWords } from "../common/failures";
import { Later } from "../common/Later";
import { Nothing } from "../common/Nothing";
import { canGoTo, goTo } from "../common/navigation";
import "../common/runs/prepare";
import { isTable } from "../common/tables";
import { ModelControls } from "./Controls";
import { Lists, Summary } from "./Lists";
import { listsSource, listsText } from "./listsFile";
import { Maps } from "./Maps";
import { MapNotes, Reading } from "./Reading";
import { FEWEST, follow, sides } from "./sides";
import { ListTable } from "./Tables";
import { placed } from "./views";
import "../../styles/side.css";

export const sidePanel: PanelParts = { Body, Lede };

function Lede() {
  return <p class="lede">{t().side.lede}</p>;
}

function Body() {
  useEffect(follow, []);
  const open = shop.value;
  useEffect(() => {
    if (open) void fetchReadyIndex(open);
  }, [open]);
  return (
    <div class="side-by-side">
      <Columns asTable={isTable("side")} />
    </div>
  );
}

function Columns({ asTable }: { asTable: boolean }) {
  const words = t().side;
  const data = catalogue.value;
  if (!data || !client.value) return <Nothing text={words.waiting} />;
  if (sides.value.length === 0) return <Missing />;
  return (
    <>
      <Figure
        name="side"
        head={<ModelControls />}
        caption={listsText().caption}
        source={placed.value.some((rows) => rows) ? () => listsSource(data) : null}
        table={() => <ListTable data={data} />}
      >
        {session.value.length === 0 && <Nothing text={words.noSession} />}
        <Lists data={data} />
      </Figure>
      {session.value.length > 0 && (
        <>
          <Summary data={data} asTable={asTable} />
          <Later>
            <Maps data={data} />
          </Later>
          <Later>
            <Reading data={data} />
            <MapNotes />
          </Later>
        </>
      )}
    </>
  );
}

/** Why no models stand here, and the way to get some. */
function Missing() {
  const words = t().side;
  const open = shop.value;
  const failure = open && readyFailureOf(open).value;
  if (open && failure) {
    return (
      <Nothing text={words.indexFailed(inWords(failure))}>
        <Button onClick={() => void fetchReadyIndex(open)}>{t().common.tryAgain}</Button>
      </Nothing>
    );
  }
  if ((open && !readyIndexOf(open).value) || choices.value.length >= FEWEST) {
    return <Nothing text={words.waiting} />;
  }
  return (
    <Nothing text={words.tooFew}>
      {canGoTo("train") && <Button onClick={() => goTo("train")}>{words.goTrain}</Button>}
    </Nothing>
  );
}
