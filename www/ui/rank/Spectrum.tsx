import { useMemo } from "preact/hooks";
import { t } from "../../content";
import { drawSpectrum } from "../../viz/drawSpectrum";
import { layoutSpectrum } from "../../viz/spectrumLayout";
import type { SpectrumModel } from "../../viz/spectrumModel";
import { PAGE } from "../../viz/tokens";
import { inRem, useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { Marked } from "../common/Marked";
import { Switch } from "../common/Switch";
import { apart, showsSources, spectrum, spectrumSource, spectrumTable, spectrumText } from "./figures";
import { sides } from "./shown";
import { readingOf } from "./words";

const HEIGHT = 300;

export function Spectrum() {
  const words = t().rank;
  const [all, model] = [sides.value, spectrum.value];
  if (!all || !model) return null;
  const hasSources = (apart.value?.head.parts.length ?? 0) > 1;
  return (
    <Figure
      name="rank"
      head={
        <div class="rank-figure-head">
          <div>
            <h3>
              <Marked text={words.title} />
            </h3>
            <p>{words.sub}</p>
          </div>
          {hasSources && (
            <Switch
              label={words.eachSource}
              on={showsSources.value}
              onChange={(on) => {
                showsSources.value = on;
              }}
            />
          )}
        </div>
      }
      caption={spectrumText.value.caption}
      source={spectrumSource}
      table={() => <FigureTable caption={spectrumText.value.title} table={spectrumTable(all)} />}
    >
      <SpectrumDrawing model={model} label={words.spectrumLabel(readingOf(all))} height={HEIGHT} />
    </Figure>
  );
}

interface DrawingProps {
  readonly model: SpectrumModel;
  /** What it shows, for people who do not see it. */
  readonly label: string;
  readonly height: number;
}

export function SpectrumDrawing({ model, label, height }: DrawingProps) {
  const [box, { width }] = useRoom<HTMLDivElement>();
  const layout = useMemo(() => (width > 0 ? layoutSpectrum(model, { width, height }) : null), [model, width, height]);
  return (
    <div ref={box} class="rank-drawing" style={{ minHeight: inRem(height) }} role="img" aria-label={label}>
      {layout && <Drawing size={layout}>{drawSpectrum(model, layout, PAGE)}</Drawing>}
    </div>
  );
}
