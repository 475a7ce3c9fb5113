// The panel behind its heading: systems are trained side by side, then they answer the same session side by side.
import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { phase, underWay } from "../../state/compareRun";
import { keepsRuns, recordsElsewhere } from "../../state/runHistory";
import { announce } from "../common/Announcer";
import { count } from "../common/format";
import "../../styles/curves.css";
import "../../styles/compare.css";
import { Budget } from "./Budget";
import { CompareChart } from "./CompareChart";
import { CompareVerdict } from "./CompareVerdict";
import { Control } from "./Control";
import { CostTable } from "./CostTable";
import "../common/runs/prepare";
import { ResultTable } from "./ResultTable";
import { Systems } from "./Systems";

export function Comparing() {
  const words = t().compare;
  useEffect(sayRuns, []);
  return (
    <div class="comparing">
      <Systems />
      <Budget />
      <Control />
      {!keepsRuns.value && <p class="note">{words.notKept}</p>}
      {recordsElsewhere.value > 0 && <p class="note">{words.otherData(count(recordsElsewhere.value))}</p>}
      <CompareChart />
      <ResultTable />
      <CompareVerdict />
      <CostTable />
    </div>
  );
}

/** Which system is under way, and the end of all, are read out. */
function sayRuns(): () => void {
  let said: string | null = null;
  return effect(() => {
    const name = phase.value === "idle" ? null : (underWay.value?.name ?? null);
    if (name === said) return;
    const words = t().compare.said;
    announce(name === null ? words.done : words.next(name));
    said = name;
  });
}
