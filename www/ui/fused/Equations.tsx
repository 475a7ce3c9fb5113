// The equations of the chosen diagram. A term is a mark: pointing at it lights its source, and the lit source lights its terms.
import { t } from "../../content";
import { hoveredSource, litSource } from "../../state/litSource";
import { Button } from "../common/Button";
import { Formula } from "../common/Formula";
import { count, decimal, signed } from "../common/format";
import { planOf } from "../common/fusionPlan";
import { canGoTo, goTo } from "../common/navigation";
import { chosen, type Drawn } from "./drawn";
import { type Below, equationsOf, gradientOf, type Piece } from "./equations";
import { rowsOrN, shapesOfDrawn, sources } from "./model";
import { partsOf, scoreOf, shownOf, weightOf, written } from "./numbers";
import { comparedWidths, type Shapes } from "./shapes";
import { joiningOf } from "./ways";

export function Equations() {
  const one = chosen.value;
  if (!one || sources.value.length < 3) return null;
  const words = t().fused;
  const shapes = shapesOfDrawn(one);
  const [plan, joining] = [planOf(one.system), joiningOf(one.system, one.config)];
  const letters = sources.value.map(({ letter }) => letter);
  const equations = equationsOf(plan, joining, { letters, below: belowOf(one, shapes) });
  const gradient = gradientOf(plan, joining, letters);
  const kind = joining === "add" || joining === "concat" || joining === "sum" ? joining : null;
  return (
    <div class="fused-equations">
      <h3>{words.formulas}</h3>
      <dl>
        {equations.map(({ name, pieces }, index) => (
          <div key={index}>
            <dt>{words.equations[name]}</dt>
            <dd>
              <Line pieces={pieces} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {plan === "decoupled" &&
          shapes &&
          `${words.numbersNote(count(shapes.headWidth), decimal(Math.sqrt(shapes.headWidth)))} `}
        {words.symbols}
      </p>
      {gradient && kind && (
        <>
          <h3>{words.gradients}</h3>
          <Line pieces={gradient} />
          <p class="note">
            {words.gradientNotes[kind]}{" "}
            {canGoTo("gradients") && (
              <Button look="link" onClick={() => goTo("gradients")}>
                {words.toGradients}
              </Button>
            )}
          </p>
        </>
      )}
    </div>
  );
}

/** Shapes and numbers of today, as they stand below the terms. */
function belowOf(one: Drawn, shapes: Shapes | null): Below {
  const n = rowsOrN(shapes);
  const shown = one.maps && shownOf(one.maps);
  const plan = planOf(one.system);
  const size = (width: number) => `${n} × ${count(width)}`;
  const vectors = shapes ? [shapes.width, shapes.width, ...shapes.attributes.map(({ width }) => width)] : [];
  const widths = plan === "decoupled" && shapes ? comparedWidths(shapes) : vectors;
  return {
    parts: shown && plan === "decoupled" ? partsOf(shown).map((part) => signed(part)) : [],
    widths: widths.map(size),
    vector: shapes ? size(shapes.width) : "",
    table: `${n} × ${n}`,
    score: shown ? written(scoreOf(shown), signed) : "",
    weight: shown ? written(weightOf(shown), decimal) : "",
    values: shapes ? size(shapes.headWidth) : "",
  };
}

export function Line({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <div class="fused-line-of-terms">
      {pieces.map((piece, index) => (
        <Term key={index} piece={piece} />
      ))}
    </div>
  );
}

function Term({ piece: { math, of, number = "", shape = "" } }: { piece: Piece }) {
  const own = of.length === 1 ? of[0] : undefined;
  const source = sources.value.find(({ letter }) => letter === own);
  const lit = litSource.value;
  const point = (letter: string | null) => {
    if (own) hoveredSource.value = letter;
  };
  return (
    <span
      class="fused-term"
      data-term={own}
      data-lit={lit !== null && own === lit}
      data-faint={lit !== null && of.length > 0 && !of.includes(lit)}
      style={source ? `--own: ${source.colour}` : ""}
      onPointerEnter={() => point(own ?? null)}
      onPointerLeave={() => point(null)}
    >
      <Formula math={math} />
      {(number !== "" || shape !== "") && (
        <span class="fused-below">
          {number !== "" && <b>{number}</b>}
          {shape !== "" && <span>{shape}</span>}
        </span>
      )}
    </span>
  );
}
