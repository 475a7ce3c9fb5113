// What the menu of the answering model holds: what it is, which others could answer, and the way back to the page's own.
import { t } from "../../content";
import type { ModelSummary } from "../../engine.ts";
import { set } from "../../state/current";
import { FIRST_SYSTEM } from "../../state/firstSystem";
import { catalogue, loaded, model, shop } from "../../state/opened";
import { Button } from "../common/Button";
import { ModelFacts } from "../common/ModelFacts";
import { modelName } from "../common/modelName";
import { canGoTo, goTo } from "../common/navigation";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import { sourceViews } from "../common/sources";
import { ModelPicker } from "./ModelPicker";
import "../../styles/menus.css";

export function ModelMenu({ close }: { close: () => void }) {
  const words = t().models;
  const summary = model.value;
  const isOwn = loaded.value !== null && loaded.value.origin !== "ready";
  return (
    <div class="info">
      {summary ? <Answering summary={summary} /> : <p>{words.noneText}</p>}
      <h3>{words.choose}</h3>
      <ModelPicker />
      {summary && (
        <details>
          <summary>{words.facts}</summary>
          <ModelFacts summary={summary} />
        </details>
      )}
      <p class="info-buttons">
        {isOwn && shop.value && (
          <Button
            onClick={() => {
              set({ model: FIRST_SYSTEM });
              close();
            }}
          >
            {words.backToShipped}
          </Button>
        )}
        {!summary && canGoTo("train") && (
          <Button
            onClick={() => {
              close();
              goTo("train");
            }}
          >
            {words.trainOne}
          </Button>
        )}
      </p>
    </div>
  );
}

/** Its name, where it comes from, and what it keeps apart. */
function Answering({ summary }: { summary: ModelSummary }) {
  const words = t().models;
  const from = loaded.value;
  const origin = from && from.origin !== "ready" ? words.training(from.label) : words.shipped;
  return (
    <>
      <h2>{modelName(summary)}</h2>
      <p>{origin}</p>
      {summary.sources.length > 1 && (
        <p class="model-sources">
          {sourceViews(summary.sources, catalogue.value?.attributes ?? []).map((view) => (
            <span key={view.name}>
              <SourceMark source={view} /> {sourceName(view)}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
