// "Make a class link": what the class sees, rewritten at once as a link, a code to scan, and a frame for other pages.
import { useId, useState } from "preact/hooks";
import { t } from "../../content";
import { LECTURES } from "../../content/lecture/ten";
import { PANELS } from "../../panels";
import { classLinkOpen } from "../../state/classLinkOpen";
import { current } from "../../state/current";
import { LANGUAGES, type Language, PARTS } from "../../state/fields";
import { Button } from "../common/Button";
import { CopyButton } from "../common/CopyButton";
import { Dialog } from "../common/Dialog";
import { inOneList } from "../common/inOneList";
import { inPanel, listedPanels } from "../common/navigation";
import { fitsQr, QrCode } from "../common/QrCode";
import { Segmented } from "../common/Segmented";
import { PageChoices, PlaceChoices } from "./ClassLinkChoices";
import { type ClassLink, classAddress, frameCode, isOnlyHere } from "./classLink";
import "../../styles/class-link.css";
import "../../styles/text-area.css";

function asOnScreen(): ClassLink {
  const [projector, hide] = [current.projector.peek(), current.hide.peek()];
  const listed = listedPanels.peek().map(({ id }) => id);
  const panels = listed.length === PANELS.length ? [] : listed;
  return {
    ...{ panels, panel: inPanel.peek(), hidden: PARTS.filter((part) => hide.includes(part)) },
    ...{ language: null, projector, keeps: true, lecture: null, step: null, click: 0 },
  };
}

export function ClassLinkDialog() {
  const words = t().lecture.classLink;
  const [now, setNow] = useState(asOnScreen);
  const change = (part: Partial<ClassLink>) => setNow({ ...now, ...part });
  const address = classAddress(now);
  return (
    <Dialog
      title={words.title}
      open={classLinkOpen.value}
      class="class-link"
      onClose={() => {
        classLinkOpen.value = false;
      }}
    >
      <div class="class-link-choices">
        <Segmented
          label={words.opens}
          options={[
            { value: "page", label: words.page },
            ...LECTURES.map(({ id }) => ({ value: id, label: t().lecture.lectures[id]?.name ?? id })),
          ]}
          value={now.lecture ?? "page"}
          onChange={(id) => change({ lecture: id === "page" ? null : id, step: null, click: 0 })}
        />
        {now.lecture === null ? <PageChoices now={now} change={change} /> : <PlaceChoices now={now} change={change} />}
        <Segmented
          label={words.language}
          options={[
            { value: "own", label: words.ownLanguage },
            ...LANGUAGES.map((code) => ({ value: code, label: code === "ko" ? "한국어" : "English", lang: code })),
          ]}
          value={now.language ?? "own"}
          onChange={(code) => change({ language: code === "own" ? null : (code as Language) })}
        />
      </div>
      <div class="class-link-result">
        <div class="class-link-code">
          {fitsQr(address) ? <Code address={address} /> : <p class="note">{words.tooLong}</p>}
        </div>
        <div class="class-link-texts">
          <p data-class-sentence>{sentence(now)}</p>
          {isOnlyHere(location.hostname) && (
            <p>
              {words.onlyHere[0]} <code>HOST=0.0.0.0 npm start</code>
              {words.onlyHere[1]}
            </p>
          )}
          <Copied label={words.link} text={address} button={words.copyLink} />
          <Copied label={words.frame} text={frameCode(now)} button={words.copyFrame} />
          {now.lecture !== null && <p class="note">{words.oneStep}</p>}
        </div>
      </div>
    </Dialog>
  );
}

/** The code beside the link, and as large as the window for the back row. */
function Code({ address }: { address: string }) {
  const words = t().lecture.classLink;
  const id = useId();
  return (
    <>
      <QrCode text={address} label={words.code} />
      <Button look="quiet" popovertarget={id}>
        {words.large}
      </Button>
      <div class="qr-large" id={id} popover="auto">
        <QrCode text={address} label={words.code} />
        <Button look="quiet" popovertarget={id}>
          {t().common.close}
        </Button>
      </div>
    </>
  );
}

function Copied({ label, text, button }: { label: string; text: string; button: string }) {
  const { copied, failed } = t().lecture.classLink;
  return (
    <>
      <label>
        <span class="field-label">{label}</span>
        <textarea class="text-area" readOnly rows={3} value={text} />
      </label>
      <CopyButton icon="copy" text={() => text} label={button} copied={copied} failed={failed} />
    </>
  );
}

/** What the link opens, in one sentence. */
function sentence(now: ClassLink): string {
  const words = t().lecture.classLink;
  const language = now.language === null ? words.inOwn : words.inLanguage[now.language];
  if (now.lecture !== null) {
    const name = t().lecture.lectures[now.lecture]?.name ?? now.lecture;
    const step = now.step === null ? words.start : t().script[now.step as "session"].name;
    const place = now.click === 0 ? step : words.atSubStep(step, now.click + 1);
    return words.opensLecture(name, place, language);
  }
  const count = now.panels.length === 0 ? PANELS.length : now.panels.length;
  const said = words.opensPanels(String(count), t().panels.names[now.panel].name, language);
  const hidden = inOneList(now.hidden.map((part) => words.parts[part]));
  return [said, ...(now.projector ? [words.isLarge] : []), ...(hidden === "" ? [] : [words.without(hidden)])].join(" ");
}
