// What the page keeps on this device: how much of what, and the way to be rid of it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../content";
import type { Size } from "../../state/byteSize";
import { holder } from "../../state/holder";
import { keeping } from "../../state/kept";
import {
  brokenOff,
  deleteEverything,
  deleteKind,
  followSizes,
  KINDS,
  type Kind,
  keepsAnything,
  room,
  sizes,
  total,
  weighAgain,
} from "../../state/onDevice";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { bytes, count } from "../common/format";
import { inOneList } from "../common/inOneList";
import { SureButton } from "../common/SureButton";
import "../../styles/on-device.css";
import "../../styles/notice.css";

type Part = readonly [Kind, Size];
/** What came of deleting everything. */
type Outcome = "done" | "left";

const nameOf = ([kind, size]: Part) => t().train.onDevice.kinds[kind](size.count, count(size.count));

export function OnDevice() {
  useEffect(followSizes, []);
  useEffect(() => {
    // Another tab may have made something meanwhile.
    document.addEventListener("visibilitychange", weighAgain);
    return () => document.removeEventListener("visibilitychange", weighAgain);
  }, []);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const words = t().train.onDevice;
  const all = sizes.value;
  if (!all) return null;
  const parts = KINDS.flatMap((kind): Part[] => (all[kind].count > 0 ? [[kind, all[kind]]] : []));
  const told = room.value;
  const end = (came: Outcome | null) => {
    setOutcome(came);
    // The buttons that were pressed are gone with what they deleted.
    if (came) title.current?.focus({ preventScroll: true });
  };
  return (
    <section class="on-device" aria-labelledby="on-device-title">
      <div>
        <h3 id="on-device-title" tabIndex={-1} ref={title}>
          {words.title(bytes(total.value), told && bytes(told.most))}
        </h3>
        {parts.length > 0 && <Bar parts={parts} />}
        {parts.length > 0 && <Legend parts={parts} />}
        {keepsAnything.value === false && <p class="note">{words.blocked}</p>}
        {keepsAnything.value && parts.length === 0 && <p class="note">{words.nothing}</p>}
        {told && parts.length > 0 && <p class="note">{words.counted(bytes(told.used))}</p>}
        {outcome && <p role="status">{saidOf(outcome)}</p>}
      </div>
      {parts.length > 0 && <DeleteAll parts={parts} onEnd={end} />}
    </section>
  );
}

function saidOf(outcome: Outcome): string {
  const words = t().train.onDevice;
  if (outcome === "left") return words.left;
  return holder.value === "train" ? `${words.done} ${words.doneRun}` : words.done;
}

/** Each kind as wide as its share; the legend names them in the same order. */
function Bar({ parts }: { parts: readonly Part[] }) {
  return (
    <div class="on-device-bar" aria-hidden="true">
      {parts.map(([kind, size]) => (
        <i key={kind} data-kind={kind} style={{ flexGrow: Math.max(size.bytes, 1) }} />
      ))}
    </div>
  );
}

function Legend({ parts }: { parts: readonly Part[] }) {
  const words = t().train.onDevice;
  const remove = async (kind: Exclude<Kind, "data">) => {
    await deleteKind(kind);
    announce(words.oneDone);
  };
  return (
    <ul class="on-device-legend">
      {parts.map((part) => {
        const [kind, size] = part;
        return (
          <li key={kind} title={kind === "data" ? words.dataGoes : undefined}>
            <i data-kind={kind} aria-hidden="true" />
            {nameOf(part)} <b>{bytes(size.bytes)}</b>
            {kind !== "data" && canDelete(kind) && (
              <SureButton
                look="icon"
                icon="close"
                label={words.one(nameOf(part))}
                question={words.sure}
                onSure={() => void remove(kind)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A run that is trained goes on, and would be there again; files are the service worker's, which may not be heard of yet. */
function canDelete(kind: Kind): boolean {
  if (kind === "underWay") return brokenOff.value > 0;
  return kind !== "files" || keeping.value !== null;
}

interface DeleteAllProps {
  readonly parts: readonly Part[];
  readonly onEnd: (outcome: Outcome | null) => void;
}

function DeleteAll({ parts, onEnd }: DeleteAllProps) {
  const [step, setStep] = useState<"rest" | "asks" | "deletes">("rest");
  const words = t().train.onDevice;
  const [ask, keep] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const isPressed = useRef(false);
  useLayoutEffect(() => {
    // Whoever presses twice by accident has deleted nothing.
    if (isPressed.current) (ask.current ?? keep.current)?.focus();
    isPressed.current = false;
  }, [step === "rest"]);
  const turnTo = (next: "rest" | "asks") => {
    isPressed.current = true;
    setStep(next);
  };
  const remove = async () => {
    setStep("deletes");
    onEnd((await deleteEverything()) ? "done" : "left");
    setStep("rest");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || step !== "asks") return;
    event.stopPropagation();
    turnTo("rest");
  };
  if (step === "rest") {
    const begin = () => {
      onEnd(null);
      turnTo("asks");
    };
    return (
      <Button icon="trash" buttonRef={ask} onClick={begin}>
        {words.all}
      </Button>
    );
  }
  return (
    <section class="notice notice-bad" aria-labelledby="on-device-question">
      <p id="on-device-question">
        <b>{words.question(inOneList(parts.map(nameOf)))}</b> {words.forGood}
        {holder.value === "train" && ` ${words.ownRun}`}
      </p>
      <div class="notice-buttons">
        <Button
          class="on-device-sure"
          look="solid"
          unavailable={step === "deletes"}
          onKeyDown={onKeyDown}
          onClick={() => void remove()}
        >
          {step === "deletes" ? words.deleting : words.confirm(bytes(total.value))}
        </Button>
        <Button
          buttonRef={keep}
          aria-describedby="on-device-question"
          unavailable={step === "deletes"}
          onKeyDown={onKeyDown}
          onClick={() => turnTo("rest")}
        >
          {words.keep}
        </Button>
      </div>
    </section>
  );
}
