// A panel: its section, its heading, and what it says and draws below, fetched when the panel is shown. The heading stands at once; what
// the panel adds to it (lede, tools) comes with its code.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { loadWords, t } from "../../content";
import type { PanelEntry, PanelParts } from "../../panels";
import { current, set } from "../../state/current";
import { Button, IconButton } from "./Button";
import { wide } from "./viewport";

type Fetched = { readonly parts: PanelParts } | { readonly failure: unknown };

/** By panel; what did not arrive is fetched again at a press. */
const fetched = signal<Readonly<Partial<Record<PanelEntry["id"], Fetched>>>>({});
const underWay = new Set<PanelEntry["id"]>();

/** Fetches the code and the words of a panel, once. May be called before the panel is shown. */
export function fetchPanel(panel: PanelEntry): Promise<void> {
  const known = fetched.peek()[panel.id];
  if (underWay.has(panel.id) || (known && "parts" in known)) return Promise.resolve();
  underWay.add(panel.id);
  const settle = (found: Fetched) => {
    underWay.delete(panel.id);
    fetched.value = { ...fetched.peek(), [panel.id]: found };
  };
  return Promise.all([panel.load(), loadWords(panel.words)]).then(
    ([parts]) => settle({ parts }),
    (failure: unknown) => settle({ failure }),
  );
}

/** True once everything of these panels is here. */
export function areFetched(panels: readonly PanelEntry[]): boolean {
  return panels.every(({ id }) => {
    const found = fetched.value[id];
    return found !== undefined && "parts" in found;
  });
}

export function Panel({ panel }: { panel: PanelEntry }) {
  const { id, side } = panel;
  useEffect(() => {
    void fetchPanel(panel);
  }, [panel]);
  const found = fetched.value[id];
  const parts = found && "parts" in found ? found.parts : null;
  const { Body, Lede, Tools } = parts ?? {};
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
      {Body ? <Body /> : <Waiting panel={panel} failed={found !== undefined} />}
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

function Waiting({ panel, failed }: { panel: PanelEntry; failed: boolean }) {
  const words = t().panels;
  if (!failed) return <p class="panel-waiting">{words.waiting}</p>;
  return (
    <div class="panel-waiting" role="alert">
      <p>{words.failed}</p>
      <Button onClick={() => void fetchPanel(panel)}>{words.retry}</Button>
    </div>
  );
}
