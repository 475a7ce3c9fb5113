// Gate fusions weigh whole sources per row. The word stays "gate": it is no measure of importance.
import { t } from "../../content";
import { decimal } from "../common/format";
import { Marked } from "../common/Marked";
import { nameOf } from "../common/maps/names";
import { SourceMark } from "../common/SourceMark";
import { shown } from "./context";
import { focused } from "./focused";

export function Gates() {
  const now = shown.value;
  const focus = focused.value;
  if (!now || !focus || (now.maps.fusion !== "concat" && !now.slice.gates)) return null;
  const words = t().reading;
  const { gates } = now.slice;
  const count = now.sources.length;
  const sigmoid = now.maps.fusion === "sigmoid_gate";
  return (
    <div class="gates">
      {gates && (
        <>
          <h4>
            <Marked text={words.gateTitle} />
          </h4>
          <ul>
            {now.sources.map((source, index) => {
              const gate = gates[focus.cell.row * count + index] ?? 0;
              return (
                <li key={source.letter}>
                  <SourceMark source={source} />
                  <span>{nameOf(source, count)}</span>
                  <span class="gate-bar" aria-hidden="true">
                    <i style={{ width: `${gate * 100}%`, background: source.colour }} />
                  </span>
                  <b>{decimal(gate)}</b>
                </li>
              );
            })}
          </ul>
          <p class="note">
            {sigmoid ? words.gateSigmoid : words.gateSoftmax} {words.gateNote}
          </p>
        </>
      )}
      <p class="note">{words.lookAhead}</p>
    </div>
  );
}
