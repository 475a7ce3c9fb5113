// The hand-out itself: a step begins a page; its sub-steps follow each other with title, sentence and picture, and with what the speaker says
// where that is wanted.
import { t } from "../../../content";
import { planned, secondsOf } from "../../../content/lecture/lecture";
import { QrCode } from "../../common/QrCode";
import { hasSigns } from "../../common/signs";
import { lectureAddress } from "../address";
import { clockText } from "../clock";
import { sayOf } from "../notes";
import { Stamp } from "../Stamp";
import { lectureName, spoken } from "../words";
import { type Sheets, type Shown, saidAt } from "./sheets";
import "../../../styles/handout.css";

interface Props {
  readonly sheets: Sheets;
  readonly hasNotes: boolean;
}

export function Pages({ sheets, hasNotes }: Props) {
  const { lecture, shown } = sheets;
  return (
    <div class="handout-pages">
      {lecture.steps.map(({ name }, index) => {
        const own = shown.filter(({ at }) => at.step === name);
        return own.length > 0 && <Page key={name} sheets={sheets} hasNotes={hasNotes} own={own} number={index + 1} />;
      })}
    </div>
  );
}

function Page({ sheets, hasNotes, own, number }: Props & { own: readonly Shown[]; number: number }) {
  const { lecture, values } = sheets;
  const [first] = own;
  if (!first) return null;
  const { step } = saidAt(lecture, first.at);
  const { from } = planned(lecture, first.at);
  const last = own.at(-1) ?? first;
  const { to } = planned(lecture, last.at);
  const words = t().lecture;
  const address = lectureAddress(lecture, { step: first.at.step, click: 0 });
  return (
    <section class="handout-page">
      <header class="handout-head">
        <p>
          <b>{t().shell.title}</b> {lectureName(lecture)}, {clockText(from)}–{clockText(to)} /{" "}
          {clockText(secondsOf(lecture))}
        </p>
        <h2>
          {number} {step.name}
        </h2>
        <p class="handout-link">{address}</p>
        {own.some(({ picture }) => picture && hasSigns(picture)) && <p>{t().figure.paper.hatched}</p>}
        <QrCode text={address} label={t().figure.paper.code} />
      </header>
      {own.map((one) => (
        <Place key={one.at.click} sheets={sheets} hasNotes={hasNotes} shown={one} />
      ))}
      {hasNotes && (
        <div class="handout-asked">
          {step.asked.length > 0 && <h3>{words.notes.asked}</h3>}
          {step.asked.map(({ question, answer }) => (
            <p key={question}>
              <b>{spoken(question, values)}</b> {spoken(answer, values)}
            </p>
          ))}
          {step.fails && <h3>{words.notes.fails}</h3>}
          {step.fails && <p>{spoken(step.fails, values)}</p>}
        </div>
      )}
    </section>
  );
}

function Place({ sheets, hasNotes, shown }: Props & { shown: Shown }) {
  const { lecture, values } = sheets;
  const { picture, options } = shown;
  const { click } = saidAt(lecture, shown.at);
  const words = t().lecture;
  return (
    <div class="handout-place">
      <div class="handout-words">
        <h3>{spoken(click.title, values)}</h3>
        <p>
          {spoken(click.text, values)} {shown.recorded && <Stamp of={shown.recorded} />}
        </p>
      </div>
      {options && (
        <p class="handout-guess">
          {words.guess} {options.length > 0 ? options.join(" · ") : ""} <i />
        </p>
      )}
      {picture && <Picture of={picture} />}
      {hasNotes && (
        <div class="handout-notes">
          <p>{spoken(sayOf(click, values), values)}</p>
          {click.does && (
            <p>
              <b>{words.notes.todo}</b> {spoken(click.does, values)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function Picture({ of }: { of: HTMLElement }) {
  return <div ref={(place) => place?.replaceChildren(of)} />;
}
