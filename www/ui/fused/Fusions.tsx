// Sum, concat and gate as paper and slides, the released code and this page write them.
import { t } from "../../content";
import { Formula } from "../common/Formula";
import { count, decimal } from "../common/format";
import { planOf } from "../common/fusionPlan";
import { Marked } from "../common/Marked";
import { mathOf } from "../common/math";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import { known, ms } from "./costs";
import { type Drawn, drawn } from "./drawn";
import { shapesOfDrawn, sources } from "./model";
import { shownOf } from "./numbers";
import { fusionParameters } from "./shapes";
import { joiningOf } from "./ways";

const FUSIONS = ["sum", "concat", "gate"] as const;

export function Fusions() {
  const words = t().fused;
  const decoupled = drawn.value.find(({ way }) => way === "decoupled");
  const joining = decoupled && joiningOf(decoupled.system, decoupled.config);
  return (
    <section class="fused-fusions" aria-labelledby="fused-fusions">
      <h3 id="fused-fusions">{words.fusions}</h3>
      <p class="note">{words.fusionsNote}</p>
      <div class="fused-three">
        {FUSIONS.map((fusion) => (
          <OneFusion key={fusion} fusion={fusion} decoupled={decoupled} isDrawn={joining === fusion} />
        ))}
      </div>
      <p class="note">{words.maskNote}</p>
    </section>
  );
}

interface Props {
  readonly fusion: (typeof FUSIONS)[number];
  readonly decoupled: Drawn | undefined;
  readonly isDrawn: boolean;
}

function OneFusion({ fusion, decoupled, isDrawn }: Props) {
  const words = t().fused;
  const shapes = decoupled && shapesOfDrawn(decoupled);
  const more = shapes ? words.addsNow(count(fusionParameters(fusion, sources.value.length, shapes.slots))) : "";
  return (
    <div class="fused-fusion" data-drawn={isDrawn}>
      <h4>{words.names[fusion]}</h4>
      <dl>
        <dt>{words.paper}</dt>
        <dd>
          <FusionFormula name={`paper-${fusion}`} />
        </dd>
        <dt>{words.code}</dt>
        <dd>
          <FusionFormula name={`code-${fusion}`} />
          {fusion === "gate" && <FusionFormula name="gate-softmax" />}
        </dd>
        <dt>{words.differs}</dt>
        <dd>{words.differences[fusion]}</dd>
        <dt>{words.adds}</dt>
        <dd>
          {fusion !== "sum" && <FusionFormula name={`count-${fusion}`} />}{" "}
          {more !== "" && (fusion === "sum" ? more : `= ${more}`)}
        </dd>
        <Cost fusion={fusion} />
      </dl>
      {fusion === "gate" && isDrawn && decoupled && <Gates one={decoupled} />}
    </div>
  );
}

function FusionFormula({ name }: { name: string }) {
  return (
    <span class="fused-formula">
      <Formula math={mathOf(name)} />
    </span>
  );
}

/** What a step and an answer take with it, as far as they were measured. */
function Cost({ fusion }: Pick<Props, "fusion">) {
  const words = t().fused;
  const system = fusion === "sum" ? "dif_sr" : `dif_sr-${fusion}`;
  const cost = known.value.find((one) => one.system === system);
  const texts = [
    ...(cost?.step ? [words.costsStep(ms(cost.step))] : []),
    ...(cost?.here ? [words.costsAnswer(ms(cost.here.median))] : []),
  ];
  if (texts.length === 0) return null;
  return (
    <>
      <dt>{words.costs}</dt>
      <dd>{texts.join(", ")}</dd>
    </>
  );
}

/** The gates of the focus row. They scale scores; the word stays gate. */
function Gates({ one }: { one: Drawn }) {
  const shown = one.maps && planOf(one.system) === "decoupled" ? shownOf(one.maps) : null;
  if (!shown?.cell || !shown.slice.gates) return null;
  const { gates } = shown.slice;
  const from = shown.cell.row * sources.value.length;
  return (
    <p>
      <Marked text={t().fused.gatesNow} />{" "}
      {sources.value.map((source, index) => (
        <span key={source.letter} class="fused-part">
          <SourceMark source={source} /> <span class="visually-hidden">{sourceName(source)}</span>
          <b style={`--own: ${source.colour}`}>{decimal(gates[from + index] ?? 0)}</b>
        </span>
      ))}
    </p>
  );
}
