// Three clicks that open in the page: the session is set, the click is what the other panels explain, and undo brings the old one back.
import { t } from "../../content";
import { current } from "../../state/current";
import { catalogue } from "../../state/opened";
import { Button } from "../common/Button";
import { itemName } from "../common/itemWords";
import { Pictogram } from "../common/Pictogram";
import { countAsked, EXAMPLE_METHODS, type Example, findExamples, KINDS } from "./findExamples";
import { answers, isDone } from "./measure";
import { methodName, ruleName } from "./names";
import { openClick } from "./openClick";
import { shownClicks } from "./score";

export function Examples() {
  const words = t().truth;
  const answer = isDone.value ? answers.which.value : null;
  const found = answer && findExamples(answer, shownClicks(answer.clicks, current.truthClicks.value));
  const asked = answer ? countAsked(answer) : EXAMPLE_METHODS.length;
  return (
    <section class="truth-examples">
      <h3>{words.examplesTitle}</h3>
      {!found && <p class="note">{words.examplesWaiting}</p>}
      {found && (
        <ol>
          {KINDS.map((kind) => {
            const example = found.find((one) => one.kind === kind);
            return (
              <li key={kind} data-kind={kind}>
                <h4>{words.examples[kind](asked)}</h4>
                {example ? <One example={example} /> : <p class="note">{words.examplesNone}</p>}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function One({ example: { kind, click, named, asked, isHard } }: { example: Example }) {
  const words = t().truth;
  const data = catalogue.value;
  const { history: items, item: target } = click;
  const at = (back: number | null) => (back === null ? undefined : items[items.length - 1 - back]);
  const nameAt = (back: number | null) => itemName(data, at(back) ?? 0);
  const name = itemName(data, target);
  return (
    <>
      <Button
        class="truth-session"
        look="quiet"
        title={words.exampleOpen(name)}
        aria-label={words.exampleOpen(name)}
        onClick={() => openClick(click)}
      >
        <span class="truth-items">
          {items.map((id, index) => (
            <Pictogram
              key={index}
              item={data?.items[id]}
              class={index === items.length - 1 - click.truth ? "pictogram is-planted" : "pictogram"}
            />
          ))}
          <span aria-hidden="true">→</span>
          <Pictogram item={data?.items[target]} />
          <b>{name}</b>
        </span>
      </Button>
      <dl class="truth-named">
        <div>
          <dt>{words.exampleTruth}</dt>
          <dd>
            <Pictogram item={data?.items[at(click.truth) ?? 0]} />
            {nameAt(click.truth)}
            <span class="truth-back">{words.exampleBack(click.truth)}</span>
          </dd>
        </div>
        {EXAMPLE_METHODS.map((method, index) => {
          const back = named[index] ?? null;
          return (
            back !== null && (
              <div key={method} data-right={back === click.truth}>
                <dt>{methodName("which", method)}</dt>
                <dd>
                  <Pictogram item={data?.items[at(back) ?? 0]} />
                  {nameAt(back)}
                  <span class="visually-hidden">
                    , {back === click.truth ? words.exampleRight : words.exampleWrong}
                  </span>
                  <span class="truth-back">{words.exampleBack(back)}</span>
                </dd>
              </div>
            )
          );
        })}
      </dl>
      <p class="truth-why">
        {words.examplesWhy[kind](ruleName(click.rule), nameAt(click.truth), asked)}
        {kind === "wrong" && isHard && ` ${words.examplesNobody}`}
      </p>
    </>
  );
}
