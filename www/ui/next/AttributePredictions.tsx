import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { percentNumber } from "../common/format";
import { valueName } from "../common/itemWords";
import { Marked } from "../common/Marked";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { attributesSource, attributesText } from "./figures";
import { attributeNumbers } from "./numbers";
import { VALUES } from "./values";

/** What the auxiliary heads expect of the next item. Models without heads bring none, and this is absent. */
export function AttributePredictions({ data, prediction }: { data: Catalogue; prediction: Prediction }) {
  if (prediction.attributes.length === 0) return null;
  const sources = attributeSources(data.attributes);
  const text = attributesText();
  return (
    <section class="attribute-predictions" aria-label={text.title}>
      <Figure
        name="attributes"
        head={<h3>{text.title}</h3>}
        caption={text.caption}
        source={() => attributesSource(data, prediction)}
        table={() => <FigureTable caption={text.title} table={attributeNumbers(data, prediction)} />}
      >
        <div class="attribute-columns">
          {prediction.attributes.map(({ attribute, values }) => {
            const info = data.attributes[attribute];
            const source = sources[attribute];
            if (!info || !source) return null;
            return (
              <div key={attribute} data-source={source.shape}>
                <h4>
                  <SourceMark source={source} />
                  {sourceName(source)}
                </h4>
                <ul>
                  {values.slice(0, VALUES).map(({ value, probability }) => (
                    <li key={value} class="attribute-value">
                      <span class="attribute-name" title={valueName(info, value)}>
                        {valueName(info, value)}
                      </span>
                      <span class="attribute-bar" aria-hidden="true">
                        <i style={`width: ${(probability * 100).toFixed(1)}%`} />
                      </span>
                      <span class="attribute-percent">
                        {percentNumber(probability, 0)}
                        <span class="visually-hidden"> %</span>
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </div>
      </Figure>
      <p class="note">
        <Marked text={t().nextMore.attributesNote} />
      </p>
    </section>
  );
}
