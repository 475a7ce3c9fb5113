// Sources that are switched off: said wherever something on screen follows from it, with the way back.
import { t } from "../../content";
import { set } from "../../state/current";
import { Button } from "./Button";
import { SourceMark } from "./SourceMark";
import { sourceName } from "./sourceName";
import { sourcesOff } from "./sourcesOff";
import "../../styles/switched-off.css";

/** Beside the heading of what follows from it: it stands in a row that is there anyway, so that nothing below it moves. A press undoes it. */
export function SwitchedOff() {
  const off = sourcesOff();
  const words = t().common;
  const said = `${words.switchedOff} ${off.map(sourceName).join(", ")}`;
  return (
    <Button look="quiet" icon="restart" class="switched-off" title={`${said}. ${words.resetSources}`} onClick={reset}>
      <span class="edited-mark">
        <span class="visually-hidden">{said}. </span>
        <span aria-hidden="true">{words.off}</span>
        {off.map((source) => (
          <SourceMark key={source.letter} source={source} />
        ))}
      </span>
      <span class="visually-hidden">{words.resetSources}</span>
    </Button>
  );
}

/** Beside the heading of a panel that shows the model with a source switched off. */
export function Edited() {
  const words = t().common;
  return (
    <span class="switched-off">
      <span class="edited-mark">{words.edited}</span>
      <Button look="quiet" icon="restart" title={words.resetSources} onClick={reset}>
        {words.reset}
      </Button>
    </span>
  );
}

/** The button goes with what it undoes: the focus goes to its panel, where Tab goes on. */
function reset({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.closest<HTMLElement>("[data-panel]")?.focus({ preventScroll: true });
  set({ off: [] });
}
