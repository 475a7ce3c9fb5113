import { t } from "../../content";
import { type PanelEntry, panelEntry } from "../../panels";
import { Icon } from "../common/Icon";
import { lazyOpened } from "../common/lazy";
import { inPanel, listedPanels, onlyPanel, panelLink, rightPanels } from "../common/navigation";
import { Popover } from "../common/Popover";
import { phone } from "../common/viewport";
import { PanelDrawing } from "./PanelDrawing";
import { grouped } from "./panelGroups";
import { useFitting } from "./useFitting";

const MorePanels = lazyOpened(async () => (await import("./MorePanels")).MorePanels);

/** The bar over the right column: panels in groups, the one on screen marked; what does not fit is behind a button at the end. */
export function PanelBar() {
  const words = t().panels;
  const listed = rightPanels.value;
  const [bar, fitting] = useFitting<HTMLElement>([words, listed]);
  if (listed.length < 2) return null;
  const rest = listed.slice(fitting);
  const isInRest = rest.some(({ id }) => id === inPanel.value);
  return (
    <nav class="panel-bar" aria-label={words.label} ref={bar}>
      {grouped(listed).map(({ group, panels }) => (
        <ul key={group} aria-label={words.groups[group]}>
          {panels.map((panel) => (
            <li key={panel.id} data-fits={!rest.includes(panel)}>
              <a
                {...panelLink(panel.id)}
                aria-current={inPanel.value === panel.id ? "page" : undefined}
                data-name={words.names[panel.id].name}
              >
                {words.names[panel.id].name}
              </a>
            </li>
          ))}
        </ul>
      ))}
      {rest.length > 0 && (
        <Popover
          label={words.more}
          align="end"
          triggerClass={isInRest ? "is-here" : ""}
          trigger={
            <>
              {words.more}
              <Icon name="chevron" />
            </>
          }
          {...(isInRest ? { triggerLabel: `${words.more}, ${words.names[inPanel.value].name}` } : {})}
        >
          {(close) => <MorePanels panels={rest} close={close} />}
        </Popover>
      )}
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

/** The tab that wears the name of the panel on screen if it is one of its own; a sign says that it still opens the others. */
function MoreTab({ panels }: { panels: readonly PanelEntry[] }) {
  const words = t().panels;
  const isHere = panels.some(({ id }) => id === onlyPanel.value);
  const { short } = words.names[onlyPanel.value];
  return (
    <Popover
      label={words.more}
      align="end"
      triggerClass={isHere ? "panel-tab is-here" : "panel-tab"}
      trigger={
        <>
          {isHere ? <PanelDrawing panel={panelEntry(onlyPanel.value)} /> : <Icon name="more" />}
          <span>{isHere ? short : words.more}</span>
          {isHere && (
            <span class="more-mark">
              <Icon name="chevron" />
            </span>
          )}
        </>
      }
      {...(isHere ? { triggerLabel: words.moreHere(short) } : {})}
    >
      {(close) => <MorePanels panels={panels} close={close} />}
    </Popover>
  );
}

function Tab({ panel }: { panel: PanelEntry }) {
  return (
    <a class="panel-tab" {...panelLink(panel.id)} aria-current={onlyPanel.value === panel.id ? "page" : undefined}>
      <PanelDrawing panel={panel} />
      <span>{t().panels.names[panel.id].short}</span>
    </a>
  );
}
