// What a source counts for: sliders that scale it for real, and the item with each source off and halved.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { current } from "../../state/current";
import { model } from "../../state/opened";
import { layersOf } from "../../state/sourceScales";
import { figureText } from "../../viz/figure";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { Marked } from "../common/Marked";
import { oneTable } from "../common/oneTable";
import { Segmented } from "../common/Segmented";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";
import { sourceFactors } from "../common/sourcesOff";
import { axisText, percentBeside } from "../common/written";
import { type AblationRow, type Ablations, mostOf, readAblations, type Shown } from "./ablations";
import { causeFacts } from "./causeFile";
import type { Standing } from "./clicks";
import { nameOf, type Report } from "./context";
import { At, Dumbbell } from "./Dumbbell";
import { FactorSlider } from "./FactorSlider";
import { RankChange } from "./RankChange";
import { Reading } from "./Reading";
import { sourcesNumbers, sourcesSource } from "./sourcesFile";

/** The layer that the sliders scale; null: all. */
const scope = signal<number | null>(null);

export function SourceFigure({ report }: { report: Report }) {
  const words = t().cause.sources;
  const found = readAblations(report.found, current.excludeSeen.value);
  const sources = sourceFactors();
  if (found.kind !== "rows" || sources.length !== found.rows.length) {
    return (
      <div class="cause-sources">
        <h3>{words.title}</h3>
        <p class="cause-why">
          <Marked text={whyNone(found.kind)} />
        </p>
      </div>
    );
  }
  const views = sources.map(({ source }) => source);
  const text = figureText(words.title, nameOf(report.candidate), causeFacts());
  return (
    <div class="cause-sources">
      <Figure
        name="sources"
        head={<Head />}
        caption={text.caption}
        source={async () => sourcesSource(found, views, text)}
        table={() => <FigureTable caption={words.title} table={sourcesNumbers(found, views)} />}
      >
        {sources.every(({ factors }) => factors.every((factor) => factor === 0)) ? (
          <p class="cause-say" data-reading>
            {words.allOff}
          </p>
        ) : (
          <Reading
            words={words}
            item={report.candidate}
            base={found.base}
            rows={found.rows}
            without={(row) => row.off}
            place="source"
            name={(row) => nameAt(views, row)}
            named={(row) => <SourceName source={views[row.source]} />}
          />
        )}
        <Rows found={found} />
        <p class="note cause-key">{words.key(percentBeside(found.base.probability, found.base.probability))}</p>
      </Figure>
      <p class="note cause-key">
        <Marked text={words.note} />
      </p>
    </div>
  );
}

/** Why there are no rows. */
function whyNone(kind: Ablations["kind"]): string {
  const words = t().cause.sources;
  if (kind === "one" || kind === "same") return words[kind];
  return words.joint[(model.value && oneTable(model.value)) ?? "mixed"];
}

function nameAt(views: readonly SourceView[], { source }: AblationRow): string {
  const view = views[source];
  return view ? sourceName(view) : "";
}

function SourceName({ source }: { source: SourceView | undefined }) {
  return (
    source && (
      <span class="cause-item">
        <SourceMark source={source} /> <b>{sourceName(source)}</b>
      </span>
    )
  );
}

const layers = () => (model.value ? layersOf(model.value) : 1);
const place = () => (scope.value !== null && scope.value < layers() ? scope.value : null);

function Head() {
  const words = t().cause.sources;
  const all = Array.from({ length: layers() }, (_, layer) => layer);
  return (
    <div class="cause-head">
      <h3>{words.title}</h3>
      {all.length > 1 && (
        <Segmented
          label={words.where}
          options={[
            { value: -1, label: words.everywhere },
            ...all.map((layer) => ({ value: layer, label: words.layer(String(layer + 1)) })),
          ]}
          value={place() ?? -1}
          onChange={(layer) => {
            scope.value = layer < 0 ? null : layer;
          }}
        />
      )}
    </div>
  );
}

function Rows({ found }: { found: Shown }) {
  const words = t().cause.sources;
  const most = mostOf(found);
  return (
    <>
      <p class="source-row source-heads">
        <span>{words.source}</span>
        <span>{words.factor}</span>
        <span>
          <Marked text={words.change(axisText(most))} />
        </span>
        <span class="source-pair">{words.andRank(words.off)}</span>
        <span class="source-pair">{words.andRank(words.half)}</span>
      </p>
      <ul>
        {sourceFactors().map(({ source, factors }, index) => {
          const row = found.rows[index];
          return (
            row && (
              <li key={source.letter} class="source-row" data-source={source.shape}>
                <span class="source-name">
                  <SourceMark source={source} /> {sourceName(source)}
                </span>
                <FactorSlider source={source} factors={factors} layer={place()} />
                <Dumbbell base={found.base.probability} now={row.off.probability} most={most}>
                  <SourceMark source={source} />
                </Dumbbell>
                <span class="source-half" aria-hidden="true">
                  <At value={row.half.probability} most={most}>
                    <SourceMark source={source} />
                  </At>
                </span>
                <Pair name={words.off} base={found.base} now={row.off} />
                <Pair name={words.half} base={found.base} now={row.half} />
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

function Pair({ name, base, now }: { name: string; base: Standing; now: Standing }) {
  return (
    <span class="source-pair">
      <span class="source-said">{name}</span>
      <span>{percentBeside(now.probability, base.probability)}</span>
      <span class="source-said">{t().cause.rank}</span>
      <span>
        <RankChange from={base.place} to={now.place} />
      </span>
    </span>
  );
}
