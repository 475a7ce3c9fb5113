// What a sheet of paper needs and a screen does not: whose it is and when, the way back to the page, and what was made from what. All of it
// stands in the head: at the foot it would now and then have a sheet to itself.
import { t } from "../../content";
import { LECTURES } from "../../content/lecture/ten";
import { current } from "../../state/current";
import type { Fact } from "../../viz/figure";
import { candidateFacts, dataFact, editFacts, modelFacts, sessionFact } from "../common/figureFacts";
import { fitsPaper, fitsQr, QrCode } from "../common/QrCode";
import { stateLink } from "../common/stateLink";
import { writtenDate } from "../common/writtenDate";

/** Nobody can be led to the visitor's own files. */
const hasLink = (): boolean => current.data.value.kind === "shop";

export function SheetHead() {
  const at = placeInLecture();
  return (
    <>
      <p class="sheet-head">
        <b>{t().shell.title}</b>
        {at !== "" && <span>{at}</span>}
        <span>{writtenDate()}</span>
      </p>
      <WayBack />
    </>
  );
}

/** The link in letters, and as a code where it is one that can be scanned. */
function WayBack() {
  const words = t().figure.paper;
  if (!hasLink()) return <p class="sheet-link">{words.own}</p>;
  const link = stateLink();
  const scan = current.lecture.value === null ? words.scan : words.scanStep;
  return (
    <>
      <p class="sheet-link">
        {fitsPaper(link) && scan} {link}
      </p>
      {fitsPaper(link) && (
        <div class="sheet-code" data-dense={!fitsQr(link)}>
          <QrCode text={link} label={words.code} />
        </div>
      )}
    </>
  );
}

/** Which step of which lecture is on the sheet; empty without one. Its words are here while it is given. */
function placeInLecture(): string {
  const lecture = LECTURES.find(({ id }) => id === current.lecture.value);
  const at = lecture?.steps.findIndex(({ name }) => name === current.step.value) ?? -1;
  const step = lecture?.steps[at];
  if (!lecture || !step) return "";
  const name = t().script[step.name as "session"].name;
  const click = Math.min(current.click.value + 1, step.clicks.length);
  const words = t().figure.paper;
  const place = words.step(t().lecture.lectures[lecture.id]?.name ?? "", at + 1, lecture.steps.length, name);
  return `${place}, ${words.place(click, step.clicks.length)}`;
}

/** The state that the panel answers: what each figure adds stands in its own caption. */
function facts(): Fact[] {
  const all = [dataFact(), ...modelFacts(), ...editFacts(), sessionFact(), ...candidateFacts()];
  return all.filter(({ value }) => value !== "");
}

/** Below the heading. `isHatched`: cells below zero are marked. A lecture's figures say theirs in their captions. */
export function SheetFacts({ isHatched }: { isHatched: boolean }) {
  return (
    <>
      {current.lecture.value === null && (
        <p>
          {facts().map(({ id, name, value }) => (
            <span key={id}>
              {name} <b>{value}</b>
            </span>
          ))}
        </p>
      )}
      {isHatched && <p>{t().figure.paper.hatched}</p>}
    </>
  );
}
