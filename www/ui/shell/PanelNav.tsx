import { t } from "../../content";
import { type PanelEntry, type PanelGroup, panelEntry } from "../../panels";
import { Icon } from "../common/Icon";
import { inPanel, listedPanels, onlyPanel, panelLink, rightPanels } from "../common/navigation";
import { Popover } from "../common/Popover";
import { phone } from "../common/viewport";

const GROUPS: readonly PanelGroup[] = ["session", "understand", "train", "read"];

/** Panels by group, empty groups left out. */
function grouped(panels: readonly PanelEntry[]): readonly { group: PanelGroup; panels: readonly PanelEntry[] }[] {
  return GROUPS.map((group) => ({ group, panels: panels.filter((panel) => panel.group === group) })).filter(
    ({ panels }) => panels.length > 0,
  );
}

/** The bar over the right column: panels in groups, the one on screen marked. */
export function PanelBar() {
  const words = t().panels;
  const listed = rightPanels.value;
  if (listed.length < 2) return null;
  return (
    <nav class="panel-bar" aria-label={words.label}>
      {grouped(listed).map(({ group, panels }) => (
        <ul key={group} aria-label={words.groups[group]}>
          {panels.map(({ id }) => (
            <li key={id}>
              <a
                {...panelLink(id)}
                aria-current={inPanel.value === id ? "page" : undefined}
                data-name={words.names[id].name}
              >
                {words.names[id].name}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

/** Tabs that fit beside each other; where there are more panels, the last one is for the others. */
function mostTabs(): number {
  return phone.value ? 6 : 9;
}

/** The tabs of narrow screens: as many as fit, the others behind the last. */
export function PanelTabs() {
  const words = t().panels;
  const listed = listedPanels.value;
  if (listed.length < 2) return null;
  const fits = listed.length <= mostTabs();
  const first = fits ? listed : listed.slice(0, mostTabs() - 1);
  const rest = fits ? [] : listed.slice(mostTabs() - 1);
  return (
    <nav class="panel-tabs" aria-label={words.label}>
      {first.map((panel) => (
        <Tab key={panel.id} panel={panel} />
      ))}
      {rest.length > 0 && <MoreTab panels={rest} />}
    </nav>
  );
}

/** The tab that wears the name of the panel on screen if it is one of its own. */
function MoreTab({ panels }: { panels: readonly PanelEntry[] }) {
  const words = t().panels;
  const isHere = panels.some(({ id }) => id === onlyPanel.value);
  return (
    <Popover
      label={words.more}
      align="end"
      triggerClass={isHere ? "panel-tab is-here" : "panel-tab"}
      trigger={
        <>
          {isHere ? <Drawing panel={panelEntry(onlyPanel.value)} /> : <Icon name="more" />}
          <span>{isHere ? words.names[onlyPanel.value].short : words.more}</span>
        </>
      }
      {...(isHere ? { triggerLabel: words.moreHere(words.names[onlyPanel.value].name) } : {})}
    >
      {(close) => (
        <ul class="more-panels">
          {grouped(panels).map(({ group, panels }) => (
            <li key={group}>
              <ul aria-label={words.groups[group]}>
                {panels.map((panel) => (
                  <li key={panel.id}>
                    <Tab panel={panel} isLong onGo={close} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}

interface TabProps {
  readonly panel: PanelEntry;
  /** With the whole name. */
  readonly isLong?: boolean;
  readonly onGo?: () => void;
}

function Tab({ panel, isLong = false, onGo }: TabProps) {
  const { name, short } = t().panels.names[panel.id];
  const { href, onClick } = panelLink(panel.id);
  return (
    <a
      class="panel-tab"
      href={href}
      aria-current={onlyPanel.value === panel.id ? "page" : undefined}
      onClick={(event) => {
        onGo?.();
        onClick(event);
      }}
    >
      <Drawing panel={panel} />
      <span>{isLong ? name : short}</span>
    </a>
  );
}

function Drawing({ panel: { drawing } }: { panel: PanelEntry }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawing} />
    </svg>
  );
}
