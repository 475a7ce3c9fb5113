import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { explanation } from "../../state/answers";
import { canRedo, canUndo, current, session } from "../../state/current";
import { droppedSteps, pointAt, room } from "../../state/focus";
import { catalogue } from "../../state/opened";
import { Button, IconButton } from "../common/Button";
import { itemName } from "../common/itemWords";
import { lazy } from "../common/lazy";
import { Marked } from "../common/Marked";
import { Popover } from "../common/Popover";
import { clearSession, moveStep, redo, undo } from "../common/sessionActions";
import { Catalogue } from "./Catalogue";
import { SessionList } from "./SessionList";
import "../../styles/catalogue.css";
import "../../styles/session.css";

const Empty = lazy(async () => (await import("./Empty")).Empty, ["examples"]);
const Examples = lazy(async () => (await import("./Examples")).Examples, ["examples"]);

/** Slots in use, what no longer fits, and the buttons that do what dragging does. */
function Foot() {
  const [items, focus] = [session.value, current.focus.value];
  const slots = room();
  const dropped = droppedSteps();
  const newest = items.length - 1;
  const at = focus && explanation.value ? Math.min(focus.column + dropped, newest) : newest;
  const name = itemName(catalogue.value, items[at] ?? 0);
  // The step stays the chosen one, so that a second press moves it on.
  const move = (to: number) => {
    moveStep(at, to);
    pointAt(to);
  };
  const words =
    slots === null
      ? t().session.noModel(items.length)
      : dropped > 0
        ? t().session.dropped(dropped, slots)
        : t().session.slots(items.length, slots);
  return (
    <div class="session-foot">
      <p>
        <Marked text={words} />
      </p>
      <span class="move-buttons">
        <span aria-hidden="true">{t().session.move}</span>
        <IconButton
          icon="up"
          label={t().session.moveEarlier(name)}
          unavailable={at <= 0}
          onClick={() => move(at - 1)}
        />
        <IconButton
          icon="down"
          label={t().session.moveLater(name)}
          unavailable={at >= items.length - 1}
          onClick={() => move(at + 1)}
        />
      </span>
    </div>
  );
}

export const sessionPanel: PanelParts = { Body, Lede, Tools };

/** What this page is, where the header has no room to say it. */
function Lede() {
  return <p class="session-about">{t().shell.about}</p>;
}

function Tools() {
  return (
    <>
      <IconButton icon="undo" label={t().session.undo} unavailable={!canUndo.value} onClick={undo} />
      <IconButton icon="redo" label={t().session.redo} unavailable={!canRedo.value} onClick={redo} />
      <Popover
        label={t().session.examplesLabel}
        triggerClass="button button-quiet"
        trigger={<span>{t().session.examples}</span>}
        align="end"
      >
        {(close) => <Examples close={close} />}
      </Popover>
      <Button look="quiet" unavailable={session.value.length === 0} onClick={clearSession}>
        {t().session.clear}
      </Button>
    </>
  );
}

function Body() {
  const hasItems = session.value.length > 0;
  return (
    <div class="session">
      <Catalogue />
      {hasItems ? <SessionList /> : <Empty />}
      {hasItems && <Foot />}
    </div>
  );
}
