// What may be concluded from the test results, and by which rule.
import { t } from "../../content";
import { budget } from "../../state/compareChoice";
import { ERRORS_EITHER_WAY } from "../../state/compareStats";
import { isAnswered, isAsked } from "../../state/sideInformation";
import { Fill } from "../common/Fill";
import { count } from "../common/format";
import { rows } from "../common/runs/compareRows";
import { type Sentence, verdictSentences } from "../common/runs/compareVerdict";
import { sideSentences } from "../common/runs/sideVerdict";
import { unbroken } from "../common/unbroken";

export function CompareVerdict() {
  const words = t().compare;
  const several = (budget.value?.seeds ?? 1) > 1;
  const finished = rows.value.filter(({ records }) => records.length > 0);
  const [alone] = finished;
  const answer = isAsked.value ? sideSentences() : [];
  // Who leads is what the answer says, where it is of all that is compared.
  const sentences = verdictSentences({ leads: !(isAsked.value && isAnswered.value) || finished.length > 2 });
  return (
    <section class={isAsked.value ? "compare-verdict is-asked" : "compare-verdict"}>
      <h3 class="visually-hidden">{words.verdictTitle}</h3>
      <div class="verdict" data-reading>
        {answer.length > 0 && <p>{unbroken(answer.join(" "))}</p>}
        {answer.length === 0 && finished.length < 2 && <p>{alone ? words.oneTest(alone.system.name) : words.noTest}</p>}
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

function Said({ text, parts }: Sentence) {
  const filled = Object.entries(parts).map(([name, part]) => {
    const whole = unbroken(part.text);
    return [name, part.isStrong ? <b>{whole}</b> : whole];
  });
  return (
    <>
      <Fill text={text} parts={Object.fromEntries(filled)} />{" "}
    </>
  );
}
