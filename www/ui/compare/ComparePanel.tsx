import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { TableToggle } from "../common/DataTable";
import { Marked } from "../common/Marked";
import { isTable, showTable } from "../common/tables";
import { Comparing } from "./Comparing";
import "../../styles/train.css";

export const comparePanel: PanelParts = { Body, Lede, Tools };

function Tools() {
  return <TableToggle on={isTable("compare")} onChange={(on) => showTable("compare", on)} />;
}

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
