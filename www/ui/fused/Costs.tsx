// What each system costs: parameters, a training step, an answer on this machine.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { session } from "../../state/current";
import { drawCost, layoutCost } from "../../viz/drawCost";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Button } from "../common/Button";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { inWords } from "../common/failures";
import { decimal } from "../common/format";
import { ProgressTrack } from "../common/ProgressLine";
import { costChoices, costModel, costSource, costTable, costText, extremes } from "./costs";
import { measure, measured, measureFailure, progress, stopMeasuring } from "./measure";

export function Costs() {
  const words = t().fused;
  const [box, { width }] = useRoom<HTMLDivElement>();
  useEffect(() => stopMeasuring, []);
  const model = costModel.value;
  const isEmpty = model.rows.length === 0;
  const layout = width > 0 && !isEmpty ? layoutCost(model, width, false) : null;
  return (
    <div ref={box} class="fused-costs">
      <Figure
        name="cost"
        head={<h3>{words.cost}</h3>}
        caption={costText.value.caption}
        source={isEmpty ? null : costSource}
        table={() => <FigureTable caption={words.cost} table={costTable()} />}
      >
        {layout && <Drawing size={layout}>{drawCost(model, layout, PAGE)}</Drawing>}
      </Figure>
      {isEmpty ? <p class="note">{words.noModels}</p> : <Measuring notes={model.notes} />}
    </div>
  );
}

function Measuring({ notes }: { notes: readonly string[] }) {
  const words = t().fused;
  const now = progress.value;
  const failure = measureFailure.value;
  const ends = extremes.value;
  const isEmpty = session.value.length === 0;
  return (
    <>
      <div class="fused-measure">
        {now ? (
          <>
            <Button onClick={stopMeasuring}>{words.stop}</Button>
            <ProgressTrack label={words.measure} share={now.done / now.of} />
            <span class="note">{words.measuring(now.done + 1, now.of, now.name)}</span>
          </>
        ) : (
          <Button
            disabled={isEmpty}
            title={isEmpty ? words.needsSession : undefined}
            onClick={() => void measure(costChoices.peek(), session.peek())}
          >
            {measured.value.times.size > 0 ? words.again : words.measure}
          </Button>
        )}
      </div>
      {failure && <p role="alert">{words.measureFailed(inWords(failure))}</p>}
      {ends && !now && (
        <p>{words.costReading(ends.slow.name, decimal(ends.slow.median / ends.fast.median, 1), ends.fast.name)}</p>
      )}
      <p class="note">{notes.join(" ")}</p>
    </>
  );
}
