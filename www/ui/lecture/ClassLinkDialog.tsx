// "Make a class link": what the class sees, rewritten at once as a link, a code to scan, and a frame for other pages.
import { useState } from "preact/hooks";
import { t } from "../../content";
import { LECTURES } from "../../content/lecture/ten";
import { PANELS, type Panel } from "../../panels";
import { classLinkOpen } from "../../state/classLinkOpen";
import { current } from "../../state/current";
import { LANGUAGES, type Language } from "../../state/fields";
import { CopyButton } from "../common/CopyButton";
import { Dialog } from "../common/Dialog";
import { inPanel } from "../common/navigation";
import { fitsQr, QrCode } from "../common/QrCode";
import { Segmented } from "../common/Segmented";
import { Switch } from "../common/Switch";
import { type ClassLink, classAddress, frameCode } from "./classLink";
import "../../styles/class-link.css";
import "../../styles/text-area.css";

const ALWAYS: readonly Panel[] = ["session", "next"];

function asOnScreen(): ClassLink {
  const projector = current.projector.peek();
  return { panels: [], panel: inPanel.peek(), language: null, projector, keeps: true, lecture: null, step: null };
}

export function ClassLinkDialog() {
  const words = t().lecture.classLink;
  const [now, setNow] = useState(asOnScreen);
  const change = (part: Partial<ClassLink>) => setNow({ ...now, ...part });
  const address = classAddress(now);
  const hasRoom = fitsQr(address);
  const kind = now.lecture ?? "page";
  const steps = LECTURES.find(({ id }) => id === now.lecture)?.steps ?? [];
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
          value={kind}
          onChange={(id) => change({ lecture: id === "page" ? null : id, step: null })}
        />
        {now.lecture === null ? (
          <PageChoices now={now} change={change} />
        ) : (
          <label class="select-field">
            <span class="field-label">{words.step}</span>
            <select
              class="select"
              value={now.step ?? ""}
              onChange={({ currentTarget }) => change({ step: currentTarget.value || null })}
            >
              <option value="">{words.start}</option>
              {steps.map(({ name }) => (
                <option key={name} value={name}>
                  {t().script[name as "session"].name}
                </option>
              ))}
            </select>
          </label>
        )}
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
          {hasRoom ? <QrCode text={address} label={words.code} /> : <p class="note">{words.tooLong}</p>}
        </div>
        <div class="class-link-texts">
          <p data-class-sentence>{sentence(now)}</p>
          <label>
            <span class="field-label">{words.link}</span>
            <textarea class="text-area" readOnly rows={3} value={address} />
          </label>
          <CopyButton
            icon="copy"
            text={() => address}
            label={words.copyLink}
            copied={words.copied}
            failed={words.failed}
          />
          {now.lecture === null && (
            <>
              <label>
                <span class="field-label">{words.frame}</span>
                <textarea class="text-area" readOnly rows={3} value={frameCode(now)} />
              </label>
              <CopyButton
                icon="copy"
                text={() => frameCode(now)}
                label={words.copyFrame}
                copied={words.copied}
                failed={words.failed}
              />
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function PageChoices({ now, change }: { now: ClassLink; change: (part: Partial<ClassLink>) => void }) {
  const words = t().lecture.classLink;
  const right = PANELS.filter(({ side }) => side === "right");
  const isShown = (id: Panel) => now.panels.length === 0 || now.panels.includes(id);
  const toggle = (id: Panel) => {
    const shown = right
      .filter((panel) => (panel.id === id ? !isShown(id) : isShown(panel.id)))
      .map((panel) => panel.id);
    if (shown.length === 0) return;
    const panels = shown.length === right.length ? [] : [...ALWAYS, ...shown];
    change({ panels, panel: shown.includes(now.panel) ? now.panel : (shown[0] ?? now.panel) });
  };
  return (
    <>
      <fieldset class="class-link-panels">
        <legend class="field-label">{words.panels}</legend>
        {right.map(({ id }) => (
          <label key={id}>
            <input type="checkbox" checked={isShown(id)} onChange={() => toggle(id)} /> {t().panels.names[id].name}
          </label>
        ))}
      </fieldset>
      <Switch label={words.keeps} on={now.keeps} onChange={(keeps) => change({ keeps })} />
      <Switch label={t().shell.projector} on={now.projector} onChange={(projector) => change({ projector })} />
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
    return words.opensLecture(name, step, language);
  }
  const count = now.panels.length === 0 ? PANELS.length : now.panels.length;
  return words.opensPanels(String(count), t().panels.names[now.panel].name, language);
}
