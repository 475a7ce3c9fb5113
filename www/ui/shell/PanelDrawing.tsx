import type { PanelEntry } from "../../panels";

export function PanelDrawing({ panel: { drawing } }: { panel: PanelEntry }) {
  return (
    <svg class="panel-drawing" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawing} />
    </svg>
  );
}
