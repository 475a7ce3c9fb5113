import { t } from "../../content";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { Marked } from "../common/Marked";
import { SpectrumDrawing } from "../common/SpectrumDrawing";
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
