import { t } from "../../content";
import { decimal, signed } from "../common/format";
import { SourceMark } from "../common/SourceMark";
import { FUSED_SOURCE } from "../common/sources";
import { focused, shown } from "./context";

/** The focus cell's sum and weight as two large numbers, where the maps do not stand in one row with their sum. */
export function SumCell() {
  const now = shown.value;
  const focus = focused.value;
  if (!now || !focus) return null;
  const words = t().why;
  return (
    <p class="sum-cell">
      <span>
        <SourceMark source={FUSED_SOURCE} />{" "}
        {now.maps.fusion === "sum" ? words.sumOf(now.sources.length) : words.sumFused}
      </span>
      <b>{signed(focus.fused)}</b>
      <span>{words.weightAfter}</span>
      <b>{decimal(focus.weight)}</b>
    </p>
  );
}
