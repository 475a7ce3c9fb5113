// The random model: its sizes, each drag of which is drawn within a frame.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../../content";
import { current, set } from "../../state/current";
import { FIELDS, MOST_RANK_CLICKS, MOST_RANK_WIDTH, type Patch } from "../../state/fields";
import { catalogue } from "../../state/opened";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { clicks, from } from "./clicks";
import { draw, FIRST_DRAW } from "./counted";

const MOST_SHOWN_WIDTH = 32;
const MOST_ATTRIBUTE_WIDTH = 16;
const MOST_HEADS = 16;
const LEAST_CLICKS = 2;

let waiting: Patch | null = null;

/** At the next frame; of several changes before it the last of each counts. */
function setSoon(patch: Patch): void {
  if (waiting === null) {
    requestAnimationFrame(() => {
      const all = waiting;
      waiting = null;
      if (all) set(all);
    });
  }
  waiting = { ...waiting, ...patch };
}

function reset(): void {
  draw.value = FIRST_DRAW;
  set({
    rankClicks: FIELDS.rankClicks.fallback,
    rankWidth: FIELDS.rankWidth.fallback,
    rankAttributeWidth: FIELDS.rankAttributeWidth.fallback,
    rankHeads: FIELDS.rankHeads.fallback,
    rankFrom: FIELDS.rankFrom.fallback,
  });
}

export function Sliders() {
  const words = t().rank.sliders;
  const [n, width, attribute, heads] = [
    current.rankClicks.value,
    current.rankWidth.value,
    current.rankAttributeWidth.value,
    current.rankHeads.value,
  ];
  const isFree = from.value === "different";
  const hasAttributes = (catalogue.value?.attributes.length ?? 0) > 0;
  // A link may ask for more than is usual.
  const most = (usual: number, value: number) => Math.min(MOST_RANK_WIDTH, Math.max(usual, value));
  return (
    <section class="rank-sliders">
      <h3>{words.title}</h3>
      {isFree ? (
        <Slider
          label={words.clicks}
          symbol={N}
          value={n}
          least={LEAST_CLICKS}
          most={MOST_RANK_CLICKS}
          onChange={(value) => setSoon({ rankClicks: value })}
        />
      ) : (
        <>
          <p class="rank-slider">
            <span>
              {words.clicks} <span class="rank-symbol">{N}</span>
            </span>
            <span class="rank-slider-value">{count(clicks.value?.length ?? 0)}</span>
          </p>
          <p class="note">{words.counts}</p>
        </>
      )}
      <Slider
        label={words.width}
        symbol={<WidthSymbol index="h" />}
        value={width}
        least={1}
        most={most(MOST_SHOWN_WIDTH, width)}
        onChange={(value) => setSoon({ rankWidth: value })}
      />
      {hasAttributes && (
        <Slider
          label={words.attribute}
          symbol={<WidthSymbol index="hj" />}
          value={attribute}
          least={1}
          most={most(MOST_ATTRIBUTE_WIDTH, attribute)}
          onChange={(value) => setSoon({ rankAttributeWidth: value })}
        />
      )}
      <Slider
        label={words.heads}
        value={heads}
        least={1}
        most={MOST_HEADS}
        onChange={(value) => setSoon({ rankHeads: value })}
      />
      <p class="note">{words.size(count(heads), count(width), count(heads * width))}</p>
      <div class="rank-buttons">
        <Button
          title={words.drawNote}
          onClick={() => {
            draw.value += 1;
          }}
        >
          {words.draw}
        </Button>
        <Button look="quiet" onClick={reset}>
          {words.reset}
        </Button>
      </div>
    </section>
  );
}

const N = <i>n</i>;

/** As the formulas of the panel and the paper call it. */
function WidthSymbol({ index }: { index: string }) {
  return (
    <>
      <i>d</i>
      <sub>{index}</sub>
    </>
  );
}

interface SliderProps {
  readonly label: string;
  readonly symbol?: ComponentChildren;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** Arrows step by 1, Page Up and Down farther, Home and End to the ends: the browser's own. */
function Slider({ label, symbol, value, least, most, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="rank-slider">
      <label for={id}>
        {label} {symbol && <span class="rank-symbol">{symbol}</span>}
      </label>
      <output class="rank-slider-value" for={id}>
        {count(value)}
      </output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={1}
        value={value}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}
