import { t } from "../../content";
import { current } from "../../state/current";
import { PANELS, type Panel } from "../../state/experiment";
import { panelLink, RIGHT_PANELS, reading } from "./navigation";

/** Drawings of the tabs on narrow screens, 20 x 20. */
const DRAWINGS: Readonly<Record<Panel, string>> = {
  session: "M3 5h3M3 10h3M3 15h3M9 5h8M9 10h8M9 15h5",
  next: "M3 5h14M3 10h9M3 15h5",
  why: "M3 3v14h14M3 10h7v7M10 10V3",
  train: "M3 3v14h14M5 14c3-1 3-8 11-9",
  compare: "M3 3v14h14M5 13c4-1 5-6 11-7M5 15c4 0 5-3 11-4",
  paper: "M5 2.5h7l4 4v11H5zM8 9h5M8 12h5M8 15h3",
};

/** The bar over the right column; the panel being read is marked. */
export function PanelBar() {
  return (
    <nav class="panel-bar" aria-label={t().shell.panels}>
      {RIGHT_PANELS.map((panel) => (
        <a key={panel} {...panelLink(panel)} aria-current={reading.value === panel ? "true" : undefined}>
          {t().shell.panelLong[panel]}
        </a>
      ))}
    </nav>
  );
}

/** The tabs at the bottom of narrow screens, one panel each. */
export function PanelTabs() {
  return (
    <nav class="panel-tabs" aria-label={t().shell.panels}>
      {PANELS.map((panel) => (
        <a key={panel} {...panelLink(panel)} aria-current={current.panel.value === panel ? "page" : undefined}>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d={DRAWINGS[panel]} />
          </svg>
          <span>{t().shell.panel[panel]}</span>
        </a>
      ))}
    </nav>
  );
}
