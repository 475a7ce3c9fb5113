// A click of the measurement on the page: its session is the visitor's, undo brings the old one back, and the click is what is explained.
import { t } from "../../content";
import type { TruthClick } from "../../engine.ts";
import { set } from "../../state/current";
import { catalogue } from "../../state/opened";
import { announce } from "../common/Announcer";
import { itemName } from "../common/itemWords";
import { startFrom } from "../common/sessionStarts";

export function openClick({ history, item }: TruthClick): void {
  startFrom(history);
  set({ candidate: item });
  announce(t().truth.exampleOpened(history.length, itemName(catalogue.value, item)));
}
