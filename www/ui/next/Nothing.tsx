import { t } from "../../content";
import { current, session } from "../../state/current";
import { engine } from "../../state/engine";
import { model } from "../../state/opened";
import { modelProgress } from "../../state/ready";
import { Button } from "../common/Button";
import { canGoTo, goTo } from "../common/navigation";
import "../../styles/next-empty.css";

/** Why there is no list yet, and what to press. */
export function Nothing({ hasTrouble }: { hasTrouble: boolean }) {
  const words = t().nextMore;
  const { phase } = engine.value;
  if (session.value.length === 0) return <p class="next-empty">{words.empty}</p>;
  if (hasTrouble) return null;
  if (phase === "failed") return <p class="next-empty">{t().shell.failed.title}</p>;
  if (model.value || modelProgress.value || phase === "loading" || phase === "opening") {
    return <p class="next-empty">{modelProgress.value ? words.modelComing : words.waiting}</p>;
  }
  return (
    <div class="next-empty">
      <p>
        <b>{words.noModel}</b> {current.data.value.kind === "shop" ? words.noModelShop : words.noModelMore}
      </p>
      {canGoTo("train") && (
        <p>
          <Button onClick={() => goTo("train")}>{t().next.goTrain}</Button>
        </p>
      )}
    </div>
  );
}
