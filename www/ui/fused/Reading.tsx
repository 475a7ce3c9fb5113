// The chosen diagram in words: one sentence from its numbers, how wide what it compares is, what must be said of its system, and the ways on.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { choices } from "../../state/choices";
import { current, session, set } from "../../state/current";
import { hoveredSource, litSource } from "../../state/litSource";
import { model, shop } from "../../state/opened";
import { fetchReadyIndex, readyFailureOf, readyIndexOf } from "../../state/ready";
import { readyKey } from "../../state/shelf";
import { wayOf } from "../../state/ways";
import { Button } from "../common/Button";
import { Fill } from "../common/Fill";
import { inWords } from "../common/failures";
import { count, decimal, signed } from "../common/format";
import { planOf } from "../common/fusionPlan";
import { Marked } from "../common/Marked";
import { modelName } from "../common/modelName";
import { canGoTo, goTo } from "../common/navigation";
import { SourceMark } from "../common/SourceMark";
import { chosen, type Drawn } from "./drawn";
import { shapesOfDrawn, sources } from "./model";
import { partsOf, type Shown, scoreOf, shownOf, weightOf } from "./numbers";
import { focusNames, headName, layerName } from "./settings";
import { clicksRead, comparedWidths, type Shapes } from "./shapes";
import { joiningOf } from "./ways";

export function Reading() {
  const one = chosen.value;
  if (!one) return null;
  const words = t().fused;
  const shapes = shapesOfDrawn(one);
  return (
    <div class="fused-reading">
      <p data-reading>
        <Sentence one={one} shapes={shapes} />
      </p>
      {shapes && <Compares one={one} shapes={shapes} />}
      <p class="note">
        <Marked text={notesOf(one, shapes).join(" ")} />
      </p>
      <p class="note">
        <Marked text={words.caution} />
      </p>
      <Ways one={one} />
    </div>
  );
}

function notesOf({ system, maps }: Drawn, shapes: Shapes | null): string[] {
  const notes = [noteOf(system), maps ? t().fused.settings(layerName(), headName()) : ""];
  const mean = maps && current.head.value === "mean" ? t().whyMore.meanNote : "";
  return [...notes, mean, ...rowNotes(shapes)].filter((text) => text !== "");
}

/** Why a table has not as many rows as the session has clicks. */
function rowNotes(shapes: Shapes | null): string[] {
  const clicks = session.value.length;
  if (!shapes || clicks === 0) return [];
  const read = clicksRead(shapes, clicks);
  return [
    ...(shapes.added > 0 ? [t().whyMore.maskNote] : []),
    ...(read < clicks ? [t().session.dropped(clicks - read, read)] : []),
  ];
}

function noteOf(system: string): string {
  const words = t().fused;
  if (system === "icai") return words.icai;
  if (system.startsWith("nova")) return words.nova;
  if (system === "s3rec") return words.s3rec;
  return system === "fdsa" ? words.fdsa : "";
}

function Sentence({ one, shapes }: { one: Drawn; shapes: Shapes | null }) {
  const words = t().fused;
  if (session.value.length === 0) return <>{words.empty}</>;
  if (one.failure) return <>{words.failed(one.name, inWords(one.failure))}</>;
  const open = shop.value;
  if (open && !readyIndexOf(open).value && !one.isAnswering) {
    const failure = readyFailureOf(open).value;
    return <>{failure ? words.indexFailed(inWords(failure)) : words.coming(one.name)}</>;
  }
  if (!one.hasModel) return <>{words.noModel(one.name)}</>;
  const shown = one.maps && shownOf(one.maps);
  if (!shown) return <>{words.coming(one.name)}</>;
  if (shown.slice.size === 1) return <>{words.reading.one}</>;
  const names = focusNames();
  if (!names || !shown.cell) return <>{words.reading.none}</>;
  const second = one.maps && planOf(one.system) === "stacks" ? shownOf(one.maps, "attribute") : null;
  const width = shapes?.width ?? 0;
  const parts: Record<string, ComponentChildren> = {
    row: <b>{names.row}</b>,
    column: <b>{names.column}</b>,
    parts: <Parts shown={shown} />,
    sum: <b>{signed(scoreOf(shown) ?? 0)}</b>,
    weight: <b>{decimal(weightOf(shown) ?? 0)}</b>,
    second: <b>{second ? decimal(weightOf(second) ?? 0) : "–"}</b>,
    sources: count(sources.value.length),
    width: count(width),
    twice: count(2 * width),
  };
  return <Fill text={sentenceOf(one)} parts={parts} />;
}

function sentenceOf({ system, config }: Drawn): string {
  const { reading } = t().fused;
  const plan = planOf(system);
  if (plan !== "decoupled") return reading[plan];
  return joiningOf(system, config) === "sum" ? reading.decoupled : reading.mixed;
}

/** Each source's part of the score, with its mark; pointing at one lights it. */
function Parts({ shown }: { shown: Shown }) {
  const parts = partsOf(shown);
  return (
    <span class="fused-parts">
      {parts.map((part, index) => {
        const source = sources.value[index];
        return (
          <span
            key={index}
            class="fused-part"
            data-faint={litSource.value !== null && litSource.value !== source?.letter}
            onPointerEnter={() => {
              hoveredSource.value = source?.letter ?? null;
            }}
            onPointerLeave={() => {
              hoveredSource.value = null;
            }}
          >
            {source ? <SourceMark source={source} /> : t().reading.biasLetter}{" "}
            <b style={source ? `--own: ${source.colour}` : ""}>{signed(part)}</b>
          </span>
        );
      })}
    </span>
  );
}

/** "A head compares 4 + 4 + 2 + 2 + 2 = 14 numbers in 5 products." A width, and no claim about what it is good for. */
function Compares({ one, shapes }: { one: Drawn; shapes: Shapes }) {
  const words = t().fused;
  const plan = planOf(one.system);
  const isDecoupled = plan === "decoupled";
  const text = {
    decoupled: words.comparesMany,
    stacks: words.comparesStacks,
    pretraining: words.comparesTwo,
    input: words.comparesOne,
    attention: words.comparesOne,
  }[plan];
  const widths = isDecoupled ? comparedWidths(shapes) : [shapes.headWidth];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const written = widths.length > 1 ? `${widths.map(count).join(" + ")} = ${count(total)}` : count(total);
  return (
    <p>
      <Fill text={text} parts={{ widths: <b>{written}</b>, products: count(widths.length) }} />{" "}
      {canGoTo("rank") && (
        <Button look="link" onClick={() => goTo("rank")}>
          {words.toRank}
        </Button>
      )}
    </p>
  );
}

/** What can be pressed from here. */
function Ways({ one }: { one: Drawn }) {
  const words = t().fused;
  const answering = model.value;
  const open = shop.value;
  const ready = choices.value.some(({ key }) => key === readyKey(one.system));
  return (
    <>
      {answering && wayOf(answering.system.id) === null && (
        <p class="note">{words.fusesNothing(modelName(answering))}</p>
      )}
      <p class="fused-ways">
        {open && readyFailureOf(open).value && (
          <Button onClick={() => void fetchReadyIndex(open)}>{t().common.tryAgain}</Button>
        )}
        {one.failure && <Button onClick={one.again}>{t().common.tryAgain}</Button>}
        {!one.hasModel && canGoTo("train") && (
          <Button onClick={() => train(one.system)}>{words.train(one.name)}</Button>
        )}
        {!one.isAnswering && ready && (
          <Button onClick={() => set({ model: one.system })}>{words.letAnswer(one.name)}</Button>
        )}
        {one.hasModel && canGoTo("side") && <Button onClick={() => beside(one)}>{words.toSide}</Button>}
      </p>
    </>
  );
}

function train(system: string): void {
  set({ form: { system, changes: current.form.peek().changes } });
  goTo("train");
}

/** The drawn system beside the model that answers; beside the plain opposite where it is that model. */
function beside({ system, isAnswering }: Drawn): void {
  const own = model.peek()?.system.id;
  const other = isAnswering ? (wayOf(system) === "decoupled" ? "sasrecf-add" : "dif_sr") : own;
  if (other && other !== system) set({ sides: [other, system] });
  goTo("side");
}
