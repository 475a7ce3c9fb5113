// Why this list: the maps of every source, their sum, and what one cell of it is made of.
import { t } from "../../content";
import { experiment, explanation, model } from "../../state/store";
import { TableToggle } from "../common/DataTable";
import { shown } from "./context";
import { FocusRow } from "./FocusRow";
import { FusedMap } from "./FusedMap";
import { MapControls } from "./MapControls";
import { MapKey } from "./MapKey";
import { MapsTable } from "./MapsTable";
import { SourceMaps } from "./SourceMaps";
import { SumCell } from "./SumCell";
import { asTable } from "./view";
import { WhatIf } from "./WhatIf";
import "../../styles/reading.css";
import "../../styles/why.css";

export function WhyPanel() {
  const words = t().why;
  const now = shown.value;
  const fusion = now?.maps.fusion ?? "sum";
  const lede = fusion === "sum" ? words.lede : fusion === "none" ? words.ledeSingle : words.ledeMixed;
  return (
    <div class="why">
      <header class="panel-head">
        <h2>{words.title}</h2>
        {now && (
          <div class="panel-tools">
            <TableToggle
              on={asTable.value}
              onChange={(on) => {
                asTable.value = on;
              }}
            />
          </div>
        )}
        <p class="lede">{lede}</p>
      </header>
      {now ? <Figure /> : <Empty />}
    </div>
  );
}

function Figure() {
  const now = shown.value;
  const words = t().why;
  if (!now) return null;
  return (
    <>
      <div class="why-maps">
        <MapControls />
        {asTable.value ? (
          <MapsTable />
        ) : (
          <>
            <SourceMaps />
            <span class="why-equals" aria-hidden="true">
              {now.sources.length > 1 && "="}
            </span>
            <FusedMap />
            <SumCell />
            <MapKey />
          </>
        )}
      </div>
      {(now.head === "mean" || now.slice.size === 1) && (
        <p class="note why-note">{now.slice.size === 1 ? words.one : words.meanNote}</p>
      )}
      <div class="why-detail">
        <FocusRow />
        <WhatIf />
      </div>
    </>
  );
}

function Empty() {
  const words = t().why;
  const hasItems = experiment.value.session.length > 0;
  return <p class="why-empty">{hasItems && !model.value && !explanation.value ? words.untrained : words.empty}</p>;
}
