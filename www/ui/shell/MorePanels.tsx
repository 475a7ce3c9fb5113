import { t } from "../../content";
import type { PanelEntry } from "../../panels";
import { inPanel, panelLink } from "../common/navigation";
import { PanelDrawing } from "./PanelDrawing";
import { grouped } from "./panelGroups";
import "../../styles/more-panels.css";

/** The panels that have no room in the bar or among the tabs, in their groups. */
export function MorePanels({ panels, close }: { panels: readonly PanelEntry[]; close: () => void }) {
  const words = t().panels;
  return (
    <ul class="more-panels">
      {grouped(panels).map(({ group, panels }) => (
        <li key={group}>
          <ul aria-label={words.groups[group]}>
            {panels.map((panel) => {
              const { href, onClick } = panelLink(panel.id);
              return (
                <li key={panel.id}>
                  <a
                    href={href}
                    aria-current={inPanel.value === panel.id ? "page" : undefined}
                    onClick={(event) => {
                      close();
                      onClick(event);
                    }}
                  >
                    <PanelDrawing panel={panel} />
                    {words.names[panel.id].name}
                  </a>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
