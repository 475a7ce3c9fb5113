import { t } from "../../content";
import { model } from "../../state/opened";
import { Marked } from "../common/Marked";
import { Nothing } from "../common/Nothing";

/** A model that looks back by other means. Its list, and the side-by-side view, work all the same. */
export function NoAttention() {
  const words = t().whyMore;
  return <Nothing text={<Marked text={words.noAttention[model.value?.kind ?? ""] ?? words.noAttentionHere} />} />;
}
