import { t } from "../../content";
import { current } from "../../state/current";
import { LEVELS, levelColour, type Ramp } from "../../viz/ramps";
import { PAGE } from "../../viz/tokens";
import { decimal, signed } from "../common/format";
import { Marked } from "../common/Marked";
import { bounds, shown } from "./context";

function Swatches({ ramp }: { ramp: Ramp }) {
  const stops = Array.from({ length: 9 }, (_, index) => (index * (LEVELS - 1)) / 8);
  return (
    <span class="ramp" aria-hidden="true">
      {stops.map((level) => (
        <i key={level} style={{ background: levelColour(PAGE, ramp, level) }} />
      ))}
    </span>
  );
}

/** Round bounds need no more digits than they have. */
function short(value: number, write: (value: number, digits: number) => string): string {
  return write(value, Number.isInteger(value) ? 0 : Math.abs(value) >= 0.1 ? 1 : 2);
}

export function MapKey() {
  const scale = bounds.value;
  const now = shown.value;
  if (!scale || !now) return null;
  const words = t().why;
  const own = current.scale.value === "own";
  const after = current.fusedShows.value === "weights";
  return (
    <div class="map-key">
      <span class="map-key-ramp">
        {!own && short(-scale.shared, signed)}
        <Swatches ramp="div" />
        {own ? words.legendOwn : `${short(scale.shared, signed)} ${words.legendScore}`}
      </span>
      <span class="map-key-axes">
        <Marked text={now.maps.causal ? words.axes : words.axesBoth} />
      </span>
      <span class="map-key-ramp">
        {after ? "0" : short(-scale.fused, signed)}
        <Swatches ramp={after ? "seq" : "div"} />
        {after ? short(scale.weights, decimal) : short(scale.fused, signed)}{" "}
        {after ? words.legendWeight : words.legendScore}
      </span>
    </div>
  );
}
