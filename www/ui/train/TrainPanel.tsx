// Train it: the heading at once, everything below it when the panel comes near the screen.
import { useRef } from "preact/hooks";
import { t } from "../../content";
import { TableToggle } from "../common/DataTable";
import { lazyBody } from "../common/lazyBody";
import { asTable } from "./asTable";
import "../../styles/train.css";

const useBody = lazyBody(async () => (await import("./Training")).Training);

export function TrainPanel() {
  const words = t().train;
  const root = useRef<HTMLDivElement>(null);
  const Body = useBody(root);
  return (
    <div class="train" ref={root}>
      <header class="panel-head">
        <h2>{words.title}</h2>
        <div class="panel-tools">
          <TableToggle
            on={asTable.value}
            onChange={(on) => {
              asTable.value = on;
            }}
          />
        </div>
        <p class="lede">{words.lede}</p>
      </header>
      {Body ? <Body /> : <div class="train-waiting" />}
    </div>
  );
}
