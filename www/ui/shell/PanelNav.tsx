import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../content";
import { type PanelEntry, type PanelGroup, panelEntry } from "../../panels";
import { Icon } from "../common/Icon";
import { inPanel, listedPanels, onlyPanel, panelLink, rightPanels } from "../common/navigation";

const GROUPS: readonly PanelGroup[] = ["understand", "train", "read"];
/** Tabs that fit beside each other on a phone; the last one is for what does not fit. */
const MOST_TABS = 6;

/** The bar over the right column: panels in groups, the one on screen marked. */
export function PanelBar() {
  const words = t().panels;
  const listed = rightPanels.value;
  if (listed.length < 2) return null;
  return (
    <nav class="panel-bar" aria-label={words.label}>
      {GROUPS.map((group) => {
        const panels = listed.filter((panel) => panel.group === group);
        return (
          panels.length > 0 && (
            <ul key={group} aria-label={words.groups[group]}>
              {panels.map(({ id }) => (
                <li key={id}>
                  <a {...panelLink(id)} aria-current={inPanel.value === id ? "page" : undefined}>
                    {words.names[id].name}
                  </a>
                </li>
              ))}
            </ul>
          )
        );
      })}
    </nav>
  );
}

/** The tabs at the bottom of narrow screens: as many as fit, the others behind the last. */
export function PanelTabs() {
  const words = t().panels;
  const isOpen = useSignal(false);
  const more = useRef<HTMLButtonElement>(null);
  const listed = listedPanels.value;
  if (listed.length < 2) return null;
  const fits = listed.length <= MOST_TABS;
  const first = fits ? listed : listed.slice(0, MOST_TABS - 1);
  const rest = fits ? [] : listed.slice(MOST_TABS - 1);
  const isInRest = rest.some(({ id }) => id === onlyPanel.value);
  const close = () => {
    isOpen.value = false;
  };
  return (
    <nav class="panel-tabs" aria-label={words.label}>
      {isOpen.value && (
        <ul
          class="panel-more"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            close();
            more.current?.focus();
          }}
        >
          {rest.map((panel) => (
            <li key={panel.id}>
              <Tab panel={panel} isLong onGo={close} />
            </li>
          ))}
        </ul>
      )}
      {first.map((panel) => (
        <Tab key={panel.id} panel={panel} onGo={close} />
      ))}
      {rest.length > 0 && (
        <button
          type="button"
          ref={more}
          class="panel-tab"
          aria-expanded={isOpen.value}
          data-here={isInRest}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isInRest ? <Drawing panel={panelEntry(onlyPanel.value)} /> : <Icon name="more" />}
          <span>{isInRest ? words.names[onlyPanel.value].short : words.more}</span>
        </button>
      )}
    </nav>
  );
}

function Tab({ panel, isLong = false, onGo }: { panel: PanelEntry; isLong?: boolean; onGo: () => void }) {
  const { name, short } = t().panels.names[panel.id];
  const { href, onClick } = panelLink(panel.id);
  return (
    <a
      class="panel-tab"
      href={href}
      aria-current={onlyPanel.value === panel.id ? "page" : undefined}
      onClick={(event) => {
        onClick(event);
        onGo();
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
