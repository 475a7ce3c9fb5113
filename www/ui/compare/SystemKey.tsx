import { type LineLook, markPath } from "../../viz/lineLooks";

/** A piece of a system's line with its mark: what names the system in the chart, in the tables and where it is chosen. */
export function SystemKey({ look }: { look: LineLook }) {
  return (
    <svg class="system-key" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
      <path class="chart-line" d="M1 6H27" stroke-dasharray={look.dash ?? undefined} />
      <path class={`chart-dot is-${look.mark}`} d={markPath(look.mark, 14, 6, 3.2)} />
    </svg>
  );
}
