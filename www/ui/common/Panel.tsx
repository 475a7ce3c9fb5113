// A panel: its section, its heading, and what it says and draws below, fetched when the panel is shown. The heading stands at once; what
// the panel adds to it (lede, tools) comes with its code.
import { t } from "../../content";
import { PANELS, type PanelEntry, type PanelParts } from "../../panels";
import { current, set } from "../../state/current";
import { IconButton } from "./Button";
import { Later } from "./Later";
import { Fetched, lazy, type Needed, whenNeeded } from "./lazy";
import { inPanel } from "./navigation";
import { wide } from "./viewport";

/** The exercise under way stands over the panel that is read. */
const TaskBar = lazy(async () => (await import("../exercises/TaskBar")).TaskBar, ["exercises"]);

const parts = new Map(PANELS.map(({ id, load, words }) => [id, whenNeeded(load, words)]));

function partsOf({ id }: PanelEntry): Needed<PanelParts> {
  return parts.get(id) as Needed<PanelParts>;
}

/** Fetches the code and the words of a panel, once. May be called before the panel is shown, which says where they did not arrive. */
export async function fetchPanel(panel: PanelEntry): Promise<void> {
  await partsOf(panel)
    .fetch()
    .catch(() => undefined);
}

/** True once everything of these panels is here. */
export function areFetched(panels: readonly PanelEntry[]): boolean {
  return panels.every((panel) => partsOf(panel).here.value !== null);
}

export function Panel({ panel }: { panel: PanelEntry }) {
  const { id, side } = panel;
  const what = partsOf(panel);
  const { Lede, Tools } = what.here.value ?? {};
  const isLeft = side === "left";
  return (
    <section class={`panel panel-${side}`} id={id} data-panel={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <header class={isLeft ? "side-head" : "panel-head"}>
        <h2 id={`${id}-title`}>{t().panels.names[id].name}</h2>
        <div class={isLeft ? "side-tools" : "panel-tools"}>
          {Tools && <Tools />}
          {!isLeft && wide.value && <Alone panel={panel} />}
        </div>
        {Lede && <Lede />}
      </header>
      {current.exercise.value !== null && inPanel.value === id && <TaskBar />}
      <Fetched what={what} waiting={t().panels.waiting}>
        {({ Body }) =>
          isLeft ? (
            <Body />
          ) : (
            <Later>
              <Body />
            </Later>
          )
        }
      </Fetched>
    </section>
  );
}

/** The panel alone, as large as the window; once more: everything again. */
function Alone({ panel: { id } }: { panel: PanelEntry }) {
  const words = t().panels;
  const isAlone = current.view.value.join() === id;
  if (current.embed.value !== null) return null;
  return (
    <IconButton
      icon={isAlone ? "shrink" : "enlarge"}
      label={isAlone ? words.together : words.alone}
      aria-pressed={isAlone}
      onClick={() => set({ view: isAlone ? [] : [id], panel: id })}
    />
  );
}
