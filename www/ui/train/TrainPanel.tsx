import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { Training } from "./Training";
import "../../styles/train.css";

export const trainPanel: PanelParts = { Body, Lede };

function Lede() {
  return <p class="lede">{t().train.lede}</p>;
}

function Body() {
  return (
    <div class="train">
      <Training />
    </div>
  );
}
