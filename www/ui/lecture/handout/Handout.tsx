// The hand-out of a lecture over the page: how far it is while it is made, then its pages, as they will be printed.
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../content";
import { type Lecture, placesOf } from "../../../content/lecture/lecture";
import { Button } from "../../common/Button";
import { count } from "../../common/format";
import { ProgressTrack } from "../../common/ProgressLine";
import { hasOwnSheets } from "../../common/paper";
import { Switch } from "../../common/Switch";
import { hatching } from "../../common/signs";
import { lectureName } from "../words";
import { Pages } from "./Pages";
import { makeSheets, type Sheets, saidAt } from "./sheets";
import "../../../styles/handout.css";

/**
 * Over everything; the page below takes no press and no key meanwhile. The focus goes back to where it was. `notes`: the speaker's alone, which
 * need not be made.
 */
export function showHandout(lecture: Lecture, notes: Sheets | null = null): void {
  const [place, page] = [document.createElement("div"), document.getElementById("app")];
  const focused = document.activeElement;
  document.body.append(place);
  if (page) page.inert = true;
  hasOwnSheets.value = true;
  const close = () => {
    hasOwnSheets.value = false;
    if (page) page.inert = false;
    render(null, place);
    place.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  render(<Handout lecture={lecture} notes={notes} onClose={close} />, place);
}

interface Props {
  readonly lecture: Lecture;
  readonly notes: Sheets | null;
  readonly onClose: () => void;
}

function Handout({ lecture, notes, onClose }: Props) {
  const words = t().lecture.handout;
  const [sheets, setSheets] = useState(notes);
  const [done, setDone] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const [hasNotes, setNotes] = useState(notes !== null);
  const top = useRef<HTMLDivElement>(null);
  const isWanted = useRef(true);
  useEffect(() => {
    top.current?.focus();
    if (notes) return;
    makeSheets(lecture, setDone, () => isWanted.current).then(
      (made) => (made ? setSheets(made) : onClose()),
      () => setFailed(true),
    );
    return () => {
      isWanted.current = false;
    };
  }, []);
  // While it is made, the page comes back first.
  const close = () => {
    if (sheets || hasFailed) onClose();
    isWanted.current = false;
  };
  return (
    <div
      class="handout"
      role="dialog"
      aria-modal="true"
      aria-labelledby="handout-title"
      tabIndex={-1}
      ref={top}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
      }}
    >
      <div class="handout-bar">
        <h2 id="handout-title">{words.title(lectureName(lecture))}</h2>
        {sheets && !notes && <Switch label={words.notes} on={hasNotes} onChange={setNotes} />}
        {sheets && (
          <Button look="solid" onClick={() => print()}>
            {words.print}
          </Button>
        )}
        <Button onClick={close}>{sheets || hasFailed ? t().common.close : words.cancel}</Button>
      </div>
      {sheets ? (
        <>
          <Hatching />
          <Pages sheets={sheets} hasNotes={hasNotes} />
        </>
      ) : hasFailed ? (
        <p class="handout-making" role="alert">
          {words.failed}
        </p>
      ) : (
        <Making lecture={lecture} done={done} />
      )}
    </div>
  );
}

function Making({ lecture, done }: { lecture: Lecture; done: number }) {
  const words = t().lecture.handout;
  const places = placesOf(lecture);
  const at = places[Math.min(done, places.length - 1)];
  const said = at ? words.under(saidAt(lecture, at).step.name, count(done), count(places.length)) : "";
  return (
    <div class="handout-making">
      <p>{words.about}</p>
      <ProgressTrack label={words.make} share={done / places.length} />
      <p aria-live="polite">{said}</p>
    </div>
  );
}

/** What cells below zero are marked with in the pictures. */
function Hatching() {
  return <div ref={(place) => place?.replaceChildren(hatching())} />;
}
