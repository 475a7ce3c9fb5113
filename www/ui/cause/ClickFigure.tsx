// One item without each click: what falls most in a sentence, the rows, and what the two measures are and are not.
import { t } from "../../content";
import { current } from "../../state/current";
import { figureText } from "../../viz/figure";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { Nothing } from "../common/Nothing";
import { percentBeside } from "../common/written";
import { ClickTable } from "./ClickTable";
import { causeFacts, causeNumbers, causeSource } from "./causeFile";
import { agreementOf, type Clicks, isRawSilent, readClicks } from "./clicks";
import { nameOf, type Report } from "./context";
import { ItemName } from "./ItemName";
import { Reading } from "./Reading";

export function ClickFigure({ report }: { report: Report }) {
  const words = t().cause;
  const clicks = readClicks(report.found, current.excludeSeen.value);
  if (!clicks) return <Nothing text={words.one} />;
  const text = figureText(words.title(nameOf(report.candidate)), "", causeFacts());
  return (
    <div class="cause-clicks">
      <Figure
        name="cause"
        head={
          <Reading
            words={words}
            item={report.candidate}
            base={clicks.base}
            rows={clicks.rows}
            without={(row) => row.without}
            place="click"
            name={(row) => nameOf(row.item)}
            named={(row) => <ItemName id={row.item} />}
          />
        }
        caption={text.caption}
        source={async () => causeSource(report, clicks, text)}
        table={() => <FigureTable caption={text.title} table={causeNumbers(report, clicks)} />}
      >
        <ClickTable report={report} clicks={clicks} />
        <p class="note cause-key">
          {words.line(count(clicks.rows.length), percentBeside(clicks.base.probability, clicks.base.probability))}
        </p>
      </Figure>
      <p class="cause-measures">
        {inWords(clicks)} {words.small}
      </p>
      <p class="note">
        <Marked text={words.notCause} /> <Marked text={whereMeasured(report)} />
      </p>
    </div>
  );
}

function inWords(clicks: Clicks): string {
  const words = t().cause.agree;
  const agreement = agreementOf(clicks);
  if (!agreement) return "";
  const of = count(agreement.of);
  switch (agreement.kind) {
    case "some":
      return words.some(count(agreement.shared), of);
    case "none":
      return words.none;
    default:
      return agreement.of === 1 ? words.sameOne : words[agreement.kind](of);
  }
}

function whereMeasured({ found }: Report): string {
  const words = t().cause;
  if (!found.normalised) return words.rawOnly;
  return isRawSilent(found) ? words.rawZero : words.rawSome;
}
