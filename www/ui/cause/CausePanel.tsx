// Which click: one item of the list without each click, with each source off or scaled, and the smallest edits that would change it.
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { canUndo, experiment, session } from "../../state/current";
import { model } from "../../state/opened";
import { Button } from "../common/Button";
import { Later } from "../common/Later";
import { lazy } from "../common/lazy";
import { Marked } from "../common/Marked";
import { NoAnswer } from "../common/NoAnswer";
import { Nothing } from "../common/Nothing";
import { undo } from "../common/sessionActions";
import { sourcesEdited } from "../common/sourcesOff";
import { Candidate } from "./Candidate";
import { Changes } from "./Changes";
import { ClickFigure } from "./ClickFigure";
import { asked, isOf, useReport } from "./context";
import { SourceFigure } from "./SourceFigure";
import "../../styles/cause.css";

export const causePanel: PanelParts = { Body, Lede, Tools };

const Edited = lazy(async () => (await import("../common/SwitchedOff")).Edited);

function Tools() {
  return sourcesEdited().length > 0 ? <Edited /> : null;
}

function Lede() {
  return (
    <p class="lede">
      <Marked text={t().cause.lede} />
    </p>
  );
}

function Body() {
  const report = useReport();
  const words = t().cause;
  if (session.value.length === 0) return <Nothing text={words.empty} />;
  if (!model.value) return <Nothing text={t().why.untrained} />;
  const known = report.value.value;
  // The answer of before stays while the next is awaited. Where none comes it would stand beside what it does not answer.
  const now = report.failure.value === null || (known && isOf(known, asked.value)) ? known : null;
  return (
    <div class="cause">
      <div class="cause-controls">
        <Candidate />
        <Undo />
      </div>
      <NoAnswer of={report} />
      {now ? (
        <>
          <div class="cause-split">
            <ClickFigure report={now} />
            <Later>
              <Changes report={now} />
            </Later>
          </div>
          <Later>
            <SourceFigure report={now} />
          </Later>
        </>
      ) : (
        report.failure.value === null && <p class="note">{words.waiting}</p>
      )}
    </div>
  );
}

/** The way back from what was taken out or replaced here. */
function Undo() {
  const kind = experiment.value.change?.kind;
  if (!canUndo.value || (kind !== "remove" && kind !== "swap")) return null;
  return (
    <Button icon="undo" title={t().cause.undo} onClick={undo}>
      {t().session.undo}
    </Button>
  );
}
