// What may be concluded from the test results, and by which rule.
import { t } from "../../content";
import { budget } from "../../state/compareChoice";
import { ERRORS_EITHER_WAY } from "../../state/compareStats";
import { Fill } from "../common/Fill";
import { count } from "../common/format";
import { rows } from "../common/runs/compareRows";
import { type Sentence, verdictSentences } from "../common/runs/compareVerdict";

export function CompareVerdict() {
  const words = t().compare;
  const sentences = verdictSentences();
  const several = (budget.value?.seeds ?? 1) > 1;
  const finished = rows.value.filter(({ records }) => records.length > 0);
  const [alone] = finished;
  return (
    <section class="compare-verdict">
      <h3 class="visually-hidden">{words.verdictTitle}</h3>
      <div class="verdict" data-reading>
        {finished.length < 2 && <p>{alone ? words.oneTest(alone.system.name) : words.noTest}</p>}
        {sentences.length > 0 && (
          <p>
            {sentences.map((sentence) => (
              <Said key={sentence.text} {...sentence} />
            ))}
          </p>
        )}
      </div>
      <details class="verdict-rule">
        <summary>{words.rule.how}</summary>
        <p class="note">
          {words.rule.short} {(several ? words.rule.seeds : words.rule.one)(count(ERRORS_EITHER_WAY))}
        </p>
      </details>
    </section>
  );
}

/** Names of systems have hyphens where no line may end. */
const WORD_JOINER = "\u2060";

function Said({ text, parts }: Sentence) {
  const filled = Object.entries(parts).map(([name, part]) => {
    const whole = part.text.replaceAll("-", `-${WORD_JOINER}`);
    return [name, part.isStrong ? <b>{whole}</b> : whole];
  });
  return (
    <>
      <Fill text={text} parts={Object.fromEntries(filled)} />{" "}
    </>
  );
}
