// The gradients as arrows, a row of clicks for each system.
import { computed } from "@preact/signals";
import { t } from "../../content";
import { current, set } from "../../state/current";
import { catalogue } from "../../state/opened";
import { drawGradients } from "../../viz/drawGradients";
import { COSINE, type DrawFigure, type Fact, figureText, type FigureTable as Table } from "../../viz/figure";
import { layoutGradients } from "../../viz/gradientLayout";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { dataFact, modelsFact, seedFacts, sessionFact } from "../common/figureFacts";
import { signed } from "../common/format";
import { itemName } from "../common/itemWords";
import { KeyWords } from "../common/KeyWords";
import { Segmented } from "../common/Segmented";
import { sourceName } from "../common/sourceName";
import { isPlaying } from "./play";
import { chosen, gradientModel, others, told } from "./views";
import { normText } from "./words";

/** Both systems, and what they were computed from. */
export const facts = computed<Fact[]>(() => {
  const seeds = told.value.flatMap(({ side }) => side.summary.seed ?? []);
  return [...modelsFact(told.value.map(({ name }) => name)), ...seedFacts(seeds), dataFact()];
});

const text = computed(() => figureText(t().gradients.arrowsTitle, "", [...facts.value, sessionFact()]));

function numbers(): Table {
  const words = t().gradients;
  const { click, source, numbers, norm, cosine, cosineToPosition } = words.columns;
  const data = catalogue.value;
  return {
    columns: [
      { label: words.system },
      { label: click },
      { label: source },
      { label: numbers, write: String },
      { label: norm, write: normText },
      { label: cosine, unit: COSINE, write: (value) => signed(value, 3) },
      { label: cosineToPosition, unit: COSINE, write: (value) => signed(value, 3) },
    ],
    rows: told.value.flatMap(({ name, report, views }) =>
      report.items.flatMap((id, at) =>
        report.by_source.map((of, index) => [
          name,
          `${at + 1} ${itemName(data, id)}`,
          views[index] ? sourceName(views[index]) : "",
          of.width,
          of.norm[at] ?? null,
          of.cosine[at] ?? null,
          of.cosine_to_position[at] ?? null,
        ]),
      ),
    ),
  };
}

async function source(): Promise<DrawFigure> {
  const { gradientFigure } = await import("../../viz/gradientFigure");
  const [model, parts, table] = [gradientModel.peek(), text.peek(), numbers()];
  if (!model) throw new Error("there are no gradients to draw");
  return (size, theme) => gradientFigure({ ...parts, model, table: () => table }, size, theme);
}

export function Arrows() {
  const words = t().gradients;
  const [box, { width }] = useRoom<HTMLDivElement>();
  const model = gradientModel.value;
  const layout = model && width > 0 ? layoutGradients(model, width) : null;
  const view = chosen.value;
  // While it plays, there is nothing to see before the way back is gone.
  const isEarly = isPlaying.value && (current.moment.value === "forward" || current.moment.value === "loss");
  return (
    <Figure
      name="gradients"
      class="gradients-arrows"
      form={isEarly ? "early" : undefined}
      head={
        <>
          <h3>{words.arrowsTitle}</h3>
          {view && others.value.length > 1 && (
            <Segmented<string>
              label={words.against}
              options={others.value.map((one) => ({ value: one.letter, label: sourceName(one) }))}
              value={view.letter}
              onChange={(letter) => set({ source: letter })}
            />
          )}
        </>
      }
      caption={text.value.caption}
      source={model ? source : null}
      table={() => <FigureTable caption={words.arrowsTitle} table={numbers()} />}
    >
      <div ref={box}>
        {model && layout && (
          <Drawing size={layout} over={<KeyWords place={layout.key} words={words.reading} />}>
            {drawGradients(model, layout, PAGE)}
          </Drawing>
        )}
      </div>
    </Figure>
  );
}
