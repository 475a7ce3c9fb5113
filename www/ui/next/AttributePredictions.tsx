import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import { percentNumber } from "../common/format";
import { valueName } from "../common/itemWords";
import { Marked } from "../common/Marked";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import { attributeSources } from "../common/sources";

/** Values shown per attribute. */
const VALUES = 3;

/** What the auxiliary heads expect of the next item. Models without heads bring none, and this is absent. */
export function AttributePredictions({ data, prediction }: { data: Catalogue; prediction: Prediction }) {
  if (prediction.attributes.length === 0) return null;
  const sources = attributeSources(data.attributes);
  return (
    <section class="attribute-predictions" aria-label={t().nextMore.attributes}>
      <div class="attribute-columns">
        {prediction.attributes.map(({ attribute, values }) => {
          const info = data.attributes[attribute];
          const source = sources[attribute];
          if (!info || !source) return null;
          return (
            <div key={attribute} data-source={source.shape}>
              <h3>
                <SourceMark source={source} />
                {sourceName(source)}
              </h3>
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
      <p class="note">
        <Marked text={t().nextMore.attributesNote} />
      </p>
    </section>
  );
}
