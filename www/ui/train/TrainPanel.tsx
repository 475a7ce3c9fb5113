import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { TableToggle } from "../common/DataTable";
import { isTable, showTable } from "../common/tables";
import { Training } from "./Training";
import "../../styles/train.css";

export const trainPanel: PanelParts = { Body, Lede, Tools };

function Tools() {
  return <TableToggle on={isTable("train")} onChange={(on) => showTable("train", on)} />;
}

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
