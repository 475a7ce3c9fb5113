// The panel behind its heading: what is compared stands above, how far it is and what came of it in the first view, numbers below.
import { t } from "../../content";
import { recordsElsewhere, runsUnkept } from "../../state/runHistory";
import { useRoom } from "../../viz/useRoom";
import { count } from "../common/format";
import { Later } from "../common/Later";
import "../../styles/curves.css";
import "../../styles/compare.css";
import "../../styles/runs.css";
import { unequal } from "./Budget";
import { Choosing } from "./Choosing";
import { CompareChart } from "./CompareChart";
import { CompareVerdict } from "./CompareVerdict";
import { Control } from "./Control";
import { CostTable } from "./CostTable";
import { Intervals } from "./Intervals";
import "../common/runs/prepare";
import { ResultTable } from "./ResultTable";
import { Views } from "./Views";

export function Comparing() {
  const words = t().compare;
  const [ref, { width }] = useRoom<HTMLDivElement>();
  const caution = unequal();
  return (
    <div class="comparing" ref={ref}>
      <Choosing width={width} />
      <Control />
      <div class="compare-view">
        <Views />
        <CompareVerdict />
        <Later>
          <CompareChart />
        </Later>
        <Later>
          <Intervals />
        </Later>
      </div>
      {caution !== "" && <p class="note">{caution}</p>}
      <Later>
        <ResultTable />
      </Later>
      <Later>
        <CostTable />
      </Later>
      {runsUnkept.value && <p class="note">{words.notKept[runsUnkept.value]}</p>}
      {recordsElsewhere.value > 0 && <p class="note">{words.otherData(count(recordsElsewhere.value))}</p>}
    </div>
  );
}
