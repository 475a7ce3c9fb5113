import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { Marked } from "../common/Marked";
import { Comparing } from "./Comparing";
import "../../styles/train.css";

export const comparePanel: PanelParts = { Body, Lede };

function Lede() {
  return (
    <p class="lede">
      <Marked text={t().compare.lede} />
    </p>
  );
}

function Body() {
  return (
    <div class="train compare">
      <Comparing />
    </div>
  );
}
