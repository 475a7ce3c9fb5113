import { KEY_WIDTH, type LineLook, lineKey } from "../../../viz/lineLooks";
import { PAGE } from "../../../viz/tokens";

const HEIGHT = 12;

/** A piece of a system's line with its mark: what names the system in the chart, in the tables and where it is chosen. */
export function SystemKey({ look }: { look: LineLook }) {
  const paint = { colour: PAGE("ink"), paper: PAGE("paper") };
  return (
    <svg class="system-key" viewBox={`0 0 ${KEY_WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {lineKey(look, 0, HEIGHT / 2, KEY_WIDTH, paint, PAGE("stroke-data"))}
    </svg>
  );
}
