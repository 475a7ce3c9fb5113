import { t } from "../../content";
import { model } from "../../state/opened";
import { Marked } from "../common/Marked";

/** A model that looks back by other means. Its list, and the side-by-side view, work all the same. */
export function NoAttention() {
  const words = t().whyMore;
  return (
    <p class="why-empty">
      <Marked text={words.noAttention[model.value?.kind ?? ""] ?? words.noAttentionHere} />
    </p>
  );
}
