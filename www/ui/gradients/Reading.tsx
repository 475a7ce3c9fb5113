// The figure in words, made from its numbers: one sentence for both systems, then what each of them shows and why.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { count } from "../common/format";
import { fraction } from "../common/formatMore";
import { inOneList } from "../common/inOneList";
import type { SourceView } from "../common/sources";
import { Formula } from "./Formula";
import { meanCosine } from "./verdict";
import { chosen, headline, silence, type Told, told } from "./views";
import { cosineText, inSentence, tiny, wayOf } from "./words";

/** What a system shows of the source that is held against the item. */
function clause(system: Told): string {
  const words = t().gradients.clauses;
  const { name, verdict, report, views } = system;
  if (verdict.kind === "same") return words.same(name);
  if (verdict.kind === "side") return words.side(name);
  if (verdict.kind === "silent") return words.silent(name);
  const view = chosen.value;
  const at = views.findIndex(({ letter }) => letter === view?.letter);
  if (!view || at < 0) return `${name}: ${headline(system).unit}`;
  const mean = meanCosine(report.by_source[at]);
  const said =
    mean === null ? words.noAngle(name, inSentence(view)) : words.cosine(name, inSentence(view), cosineText(mean));
  const left = report.batch?.residual[at];
  if (left === undefined) return said;
  // How much a map can leave depends on how wide both are.
  const [item, source] = [0, at].map((of) => count(report.by_source[of]?.width ?? 0)) as [string, string];
  return said + words.left(inSentence(view), source, item, fraction(left));
}

export function Reading() {
  return (
    <p class="gradients-reading" data-reading>
      {told.value.map((system) => `${clause(system)}.`).join(" ")}
    </p>
  );
}

export function Verdicts() {
  const words = t().gradients;
  return (
    <>
      <div class="gradients-verdicts">
        {told.value.map((system) => (
          <Verdict key={system.name} system={system} />
        ))}
      </div>
      <p class="gradients-caution">
        <b>{t().gradients.cautionWord}</b> {words.caution} {words.cautionNot}
      </p>
    </>
  );
}

function Verdict({ system }: { system: Told }) {
  const words = t().gradients;
  const way = wayOf(system.side.summary);
  const silent = silence(system);
  const why = silent === "" ? words.why[way ?? ""] : silent;
  const formula = silent === "" ? words.formula[way ?? ""] : undefined;
  return (
    <section>
      <h4>{system.name}</h4>
      <ul>
        {statements(system).map((statement, index) => (
          <li key={index}>{statement}</li>
        ))}
      </ul>
      {why && <p>{why}</p>}
      {formula && <Formula text={formula} />}
    </section>
  );
}

/** Each from the numbers on screen. */
function statements({ verdict, report, views }: Told): ComponentChildren[] {
  const words = t().gradients.says;
  const list = (indices: readonly number[]) => inOneList(indices.map((at) => inSentence(views[at] as SourceView)));
  const { kind, difference, silent, apart, cosine, residual, isLinear } = verdict;
  const said: ComponentChildren[] = [];
  if (kind === "same") said.push(difference === 0 ? words.same : words.sameBut(tiny(difference)));
  if (kind === "side") said.push(difference === 0 ? words.side : words.sideBut(tiny(difference)));
  if (kind === "silent") said.push(words.silent);
  else if (silent.length > 0) said.push(words.partly(list(silent)));
  if (cosine && kind !== "same") said.push(words.range(cosineText(cosine.least), cosineText(cosine.most)));
  if (apart.length > 0) said.push(words.noAngle(list(apart)));
  if (report.batch && residual && kind !== "same" && kind !== "silent") {
    const clicks = count(report.batch.clicks);
    const [least, most] = [fraction(residual.least), fraction(residual.most)];
    if (isLinear) said.push(words.linear(tiny(residual.most), clicks));
    else if (least === most) said.push(words.ownOne(least, clicks));
    else said.push(words.own(least, most, clicks));
  }
  const frozen = report.by_source.flatMap((source, at) => (source.frozen ? [at] : []));
  if (frozen.length > 0) said.push(words.frozen(list(frozen)));
  return said;
}
