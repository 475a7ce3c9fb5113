import { t } from "../../content";
import { decimal } from "../common/format";
import { scale } from "../common/scaleSource";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";

const MOST = 2;
const STEP = 0.05;

interface Props {
  readonly source: SourceView;
  /** What its scores are multiplied by, layer by layer. */
  readonly factors: readonly number[];
  /** The layer that the slider is of; null: all of them at once. */
  readonly layer: number | null;
}

/** What a source's scores are multiplied by: 0 is off, 1 as trained, 2 twice. */
export function FactorSlider({ source, factors, layer }: Props) {
  const words = t().cause.sources;
  const mine = layer === null ? factors : factors.slice(layer, layer + 1);
  const mean = mine.reduce((sum, factor) => sum + factor, 0) / Math.max(1, mine.length);
  // Layers that differ have no one number: all of theirs stand there.
  const written = [...new Set(mine)].length === 1 ? decimal(mean) : mine.map((factor) => decimal(factor)).join(" · ");
  const where = layer === null ? words.everywhere : words.layer(String(layer + 1));
  return (
    <span class="factor">
      <input
        type="range"
        min={0}
        max={MOST}
        step={STEP}
        value={mean}
        aria-label={words.slider(sourceName(source), where)}
        aria-valuetext={written}
        style={{ accentColor: source.colour }}
        onInput={({ currentTarget }) => scale(source, layer, Number(currentTarget.value))}
      />
      <output data-edited={mine.some((factor) => factor !== 1)}>{written}</output>
    </span>
  );
}
