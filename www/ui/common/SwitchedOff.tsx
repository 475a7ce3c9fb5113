// Sources that are switched off: said wherever something on screen follows from it, with the way back.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { catalogue, model } from "../../state/opened";
import { Button } from "./Button";
import { SourceMark } from "./SourceMark";
import { sourceName } from "./sourceName";
import { type SourceView, sourceViews } from "./sources";

/** Sources of the model that answers which are switched off; a model that mixes its sources first has none to switch. */
export function sourcesOff(): readonly SourceView[] {
  const summary = model.value;
  if (!summary || summary.sources.length < 2) return [];
  const off = current.off.value;
  return sourceViews(summary.sources, catalogue.value?.attributes ?? []).filter(({ letter }) => off.includes(letter));
}

export function switchOff({ letter }: SourceView, isOff: boolean): void {
  const others = current.off.peek().filter((one) => one !== letter);
  set({ off: isOff ? [...others, letter] : others });
}

/** In so many words, where the sources have no names of their own on screen. */
export function SwitchedOff() {
  const off = sourcesOff();
  if (off.length === 0) return null;
  return (
    <p class="switched-off">
      <span>{t().common.switchedOff}</span>
      {off.map((source) => (
        <span key={source.letter}>
          <SourceMark source={source} /> {sourceName(source)}
        </span>
      ))}
      <Reset />
    </p>
  );
}

/** Beside the heading of a panel that shows the model with a source switched off. */
export function Edited() {
  if (sourcesOff().length === 0) return null;
  return (
    <span class="switched-off">
      <span class="edited-mark">{t().common.edited}</span>
      <Reset />
    </span>
  );
}

function Reset() {
  const words = t().common;
  return (
    <Button look="quiet" icon="restart" title={words.resetSources} onClick={() => set({ off: [] })}>
      {words.reset}
    </Button>
  );
}
