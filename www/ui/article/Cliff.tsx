import { useMemo } from "preact/hooks";
import { t } from "../../content";
import type { RandomRank } from "../../engine.ts";
import { LINE_LOOKS } from "../../viz/lineLooks";
import type { SpectrumLine, SpectrumModel } from "../../viz/spectrumModel";
import { count } from "../common/format";
import { SpectrumDrawing } from "../common/SpectrumDrawing";
import { NARROW } from "../common/shopNumbers";
import { random } from "./numbers";

/** As a share of the largest, times the clicks: below it a value is rounding noise of double precision. */
const NOISE = 16 * 2 ** -52;
const HEIGHT = 240;

function modelOf(found: RandomRank): SpectrumModel {
  const words = t().article.spectrum;
  const line = (of: "decoupled" | "early", short: string, look: SpectrumLine["look"]): SpectrumLine => {
    const table = found[of].tables.at(-1);
    const rank = table?.rank[0] ?? 0;
    return {
      ...{ id: of, name: words[of], short, look, rank, bound: table?.bound ?? null },
      note: words.stops(count(rank)),
      values: table?.singular[0] ?? [],
    };
  };
  const [solid, dashed] = LINE_LOOKS;
  const lines =
    solid && dashed ? [line("decoupled", words.decoupledShort, solid), line("early", words.earlyShort, dashed)] : [];
  return { n: NARROW.clicks, lines, sources: [], blocks: [], threshold: NOISE * NARROW.clicks, words };
}

/** Where the two tables of the paragraph above it end, as the engine has just counted them. */
export function Cliff() {
  const words = t().article.spectrum;
  const found = random.value;
  const model = useMemo(() => (found ? modelOf(found) : null), [found, words]);
  const [decoupled, early] = model?.lines ?? [];
  const label = early && decoupled ? words.label(count(early.rank), count(decoupled.rank)) : "";
  return (
    <figure class="essay-figure">
      <SpectrumDrawing model={model} label={label} height={HEIGHT} />
      <figcaption class="note">{words.caption(count(NARROW.clicks), String(NARROW.seed))}</figcaption>
    </figure>
  );
}
