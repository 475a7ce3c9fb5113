// What stands on the root element: theme, projector, language, and whether everything on screen answers the state.
import { effect } from "@preact/signals";
import { language, t, useLanguage } from "../../content";
import { isSettled, pending } from "../../state/answers";
import { comingKey } from "../../state/choices";
import { current } from "../../state/current";
import { shownPanels } from "../common/navigation";
import { areFetched } from "../common/Panel";

function mark(name: string, value: string | null): void {
  const { dataset } = document.documentElement;
  if (value === null) delete dataset[name];
  else dataset[name] = value;
}

export function followMarks(): () => void {
  const stops = [
    effect(() => mark("theme", current.theme.value === "system" ? null : current.theme.value)),
    effect(() => mark("projector", current.projector.value ? "true" : null)),
    effect(() => mark("embed", current.embed.value)),
    effect(() => {
      const isReady = isSettled.value && !pending.value && comingKey.value === null && areFetched(shownPanels.value);
      mark("ready", String(isReady && language.value === current.language.value));
    }),
    effect(() => void useLanguage(current.language.value)),
    effect(() => {
      document.documentElement.lang = language.value;
      document.title = t().shell.documentTitle;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
