import { t } from "../../content";
import type { ModelSummary } from "../../engine.ts";
import { loaded, model } from "../../state/opened";
import { Icon } from "../common/Icon";
import { lazyOpened } from "../common/lazy";
import { modelName } from "../common/modelName";
import { Popover } from "../common/Popover";

const ModelMenu = lazyOpened(async () => (await import("./ModelMenu")).ModelMenu, ["models", "trouble"]);

/** A model that the visitor trained or brought says so. */
function answeringName(summary: ModelSummary): string {
  const name = modelName(summary);
  return loaded.value?.origin === "ready" ? name : t().shell.model.own(name);
}

/** Which model answers, and where it comes from. */
export function ModelInfo() {
  const words = t().shell.model;
  const summary = model.value;
  const name = summary ? answeringName(summary) : words.none;
  return (
    <div class="picker">
      <span class="picker-label">{words.label}</span>
      <Popover
        label={words.about}
        triggerClass="picker-button"
        triggerLabel={`${words.label}: ${name}`}
        trigger={
          <>
            <span>{name}</span>
            <Icon name="chevron" />
          </>
        }
      >
        {(close) => <ModelMenu close={close} />}
      </Popover>
    </div>
  );
}
