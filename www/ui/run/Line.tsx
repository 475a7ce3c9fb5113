// One line of the bar: how far, whose run, what is known of it, what to press.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import type { Panel } from "../../panels";
import { ended } from "../../state/holder";
import { IconButton } from "../common/Button";
import { canGoTo, panelLink } from "../common/navigation";
import { ProgressTrack } from "../common/ProgressLine";

interface LineProps {
  /** Where the run is at home. */
  readonly panel: Panel;
  /** From 0 to 1; null once it is over. */
  readonly share: number | null;
  /** Whose run it is. */
  readonly name: string;
  readonly facts: readonly string[];
  readonly children: ComponentChildren;
}

export function Line({ panel, share, name, facts, children }: LineProps) {
  const words = t().train.bar;
  const text = [name, ...facts].filter((part) => part !== "").join(", ");
  const said = [<b key="name">{name}</b>, ...facts.map((fact) => <span key={fact}>{fact}</span>)];
  return (
    <>
      {share !== null && <ProgressTrack label={words.progress} share={share} />}
      {canGoTo(panel) ? (
        <a {...panelLink(panel)} class="run-bar-text" title={`${text}. ${words.goTo(t().panels.names[panel].name)}`}>
          {said}
        </a>
      ) : (
        <span class="run-bar-text" title={text}>
          {said}
        </span>
      )}
      <span class="run-bar-buttons">
        {children}
        {share === null && <IconButton icon="close" label={words.away} onClick={() => ended.put(null)} />}
      </span>
    </>
  );
}
