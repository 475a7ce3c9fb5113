// Two to four models on the visitor's own session: their lists, where they look, and where they differ.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { choices } from "../../state/choose";
import { dispatch, session, set } from "../../state/current";
import { client } from "../../state/engine";
import { catalogue } from "../../state/opened";
import { fetchReadyIndex, readyFailure, readyIndex } from "../../state/ready";
import { isShippedData } from "../../state/store";
import { Button } from "../common/Button";
import { TableToggle } from "../common/DataTable";
import { MapControls, ModelControls } from "./Controls";
import { Lists, Summary } from "./Lists";
import { Maps } from "./Maps";
import { Key, MapNotes, Reading } from "./Reading";
import { FEWEST, follow, inView, sides } from "./sides";
import { ListTable, MapTable } from "./Tables";
import "../../styles/side.css";

export function SideBySide() {
  const words = t().side;
  const root = useRef<HTMLElement>(null);
  const asTable = useSignal(false);
  useEffect(() => {
    const stop = follow();
    const observer = new IntersectionObserver((entries) => {
      inView.value = entries.some(({ isIntersecting }) => isIntersecting);
    });
    if (root.current) observer.observe(root.current);
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);
  useEffect(() => {
    if (inView.value && isShippedData.value) void fetchReadyIndex();
  }, [inView.value, isShippedData.value]);
  return (
    <section class="side-by-side" aria-labelledby="side-title" ref={root}>
      <div class="side-title">
        <h3 id="side-title">{words.title}</h3>
        {sides.value.length > 0 && (
          <TableToggle
            on={asTable.value}
            onChange={(on) => {
              asTable.value = on;
            }}
          />
        )}
      </div>
      <p class="side-lede">{words.lede}</p>
      <Body asTable={asTable.value} />
    </section>
  );
}

function Body({ asTable }: { asTable: boolean }) {
  const words = t().side;
  const data = catalogue.value;
  if (!data || !client.value) return <p class="side-waiting">{words.waiting}</p>;
  if (sides.value.length === 0) return <Missing />;
  return (
    <>
      <ModelControls />
      {session.value.length === 0 && <p class="side-waiting">{words.noSession}</p>}
      {asTable ? <ListTable data={data} /> : <Lists data={data} />}
      {session.value.length > 0 && (
        <>
          <Summary data={data} asTable={asTable} />
          <h4>{words.mapsTitle}</h4>
          <MapControls />
          {asTable ? (
            <MapTable data={data} />
          ) : (
            <>
              <Maps data={data} />
              <Key />
            </>
          )}
          <Reading data={data} />
          <MapNotes />
        </>
      )}
    </>
  );
}

/** Why no models stand here, and the way to get some. */
function Missing() {
  const words = t().side;
  if (isShippedData.value && readyFailure.value) {
    return (
      <div class="side-waiting">
        <p>{words.indexFailed(readyFailure.value)}</p>
        <Button onClick={() => void fetchReadyIndex()}>{words.tryAgain}</Button>
      </div>
    );
  }
  if ((isShippedData.value && !readyIndex.value) || choices.value.length >= FEWEST) {
    return <p class="side-waiting">{words.waiting}</p>;
  }
  return (
    <div class="side-waiting">
      <p>{words.tooFew}</p>
      <Button onClick={() => set({ panel: "train" })}>{words.goTrain}</Button>
    </div>
  );
}
