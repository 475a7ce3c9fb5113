import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { Comparing } from "./Comparing";
import "../../styles/train.css";

export const comparePanel: PanelParts = { Body, Lede };

function Lede() {
  return <p class="lede">{t().compare.lede}</p>;
}

function Body() {
  return (
    <div class="train compare">
      <Comparing />
    </div>
  );
}
