import { t } from "../../content";
import { model } from "../../state/opened";
import { Marked } from "../common/Marked";
import { shown } from "./context";

/** How a model comes to its map that does more than add its sources' scores. */
export function OtherLede() {
  const words = t().whyMore;
  const single = words.ledes[model.value?.kind ?? ""] ?? words.ledeSingle;
  return <Marked text={shown.value?.maps.fusion === "none" ? single : words.ledeMixed} />;
}
