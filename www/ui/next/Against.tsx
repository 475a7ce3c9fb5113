import { t } from "../../content";
import { type Baseline, baseline } from "../../state/answers";
import { catalogue } from "../../state/opened";
import { itemName } from "../common/itemWords";

/** What the rank column compares with, in words. */
export function Against() {
  const reason = baseline.value?.reason;
  return reason ? inWords(reason) : null;
}

function inWords(reason: Baseline["reason"]): string {
  const words = t().nextMore.against;
  switch (reason.kind) {
    case "add":
    case "remove":
    case "move":
    case "swap":
      return words[reason.kind](itemName(catalogue.value, reason.item));
    case "pinned":
      return words.pinned(reason.session.length, itemName(catalogue.value, reason.session.at(-1) ?? 0));
    default:
      return words[reason.kind];
  }
}
