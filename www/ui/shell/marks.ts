// What stands on the root element: theme, projector, language, and whether everything on screen answers the state.
import { computed, effect } from "@preact/signals";
import { t, useLanguage } from "../../content";
import { language } from "../../content/language";
import { isSettled, pending } from "../../state/answers";
import { comingKey } from "../../state/choices";
import { current, set } from "../../state/current";
import { FALLBACKS, type Language } from "../../state/fields";
import { say, sayArrived } from "../../state/notices";
import { openQuestions } from "../../state/question";
import { awaited } from "../common/awaited";
import { inPanel, shownPanels } from "../common/navigation";
import { areFetched } from "../common/Panel";
import { phone } from "../common/viewport";

/** What has come is drawn, and may ask for more, before so long. */
const DRAWN_MS = 50;

const isAnswered = computed(() => {
  const isWhole = isSettled.value && !pending.value && comingKey.value === null && areFetched(shownPanels.value);
  return isWhole && openQuestions.value + awaited.value === 0 && language.value === current.language.value;
});

function mark(name: string, value: string | null): void {
  const { dataset } = document.documentElement;
  if (value === null) delete dataset[name];
  else dataset[name] = value;
}

/** The panel that is read, once one was chosen. */
function pageTitle(): string {
  const { shell, panels } = t();
  if (current.panel.value === FALLBACKS.panel) return shell.documentTitle;
  return `${panels.names[inPanel.value].name} | ${shell.title}`;
}

/** A language that does not arrive leaves the one on screen, and is pressed again. */
async function follow(wanted: Language): Promise<void> {
  try {
    const isChange = wanted !== language.peek();
    await useLanguage(wanted);
    if (isChange) sayArrived();
  } catch {
    if (current.language.peek() !== wanted) return;
    set({ language: language.peek() });
    say({ kind: "late" });
  }
}

export function followMarks(): () => void {
  const stops = [
    // A lecture is light, whatever the lecturer's own machine is.
    effect(() => {
      const theme = current.lecture.value === null ? current.theme.value : "light";
      mark("theme", theme === "system" ? null : theme);
    }),
    effect(() => {
      const lecture = current.lecture.value;
      mark("lecture", lecture);
      // A link may name a place in no lecture, until that is found.
      mark("step", lecture && current.step.value);
      mark("click", lecture && String(current.click.value));
    }),
    // A phone has no hall to fill, and no room for it.
    effect(() => mark("projector", current.projector.value && !phone.value ? "true" : null)),
    effect(() => mark("embed", current.embed.value)),
    effect(() => {
      mark("ready", "false");
      const timer = isAnswered.value && setTimeout(() => mark("ready", "true"), DRAWN_MS);
      return () => timer && clearTimeout(timer);
    }),
    effect(() => void follow(current.language.value)),
    effect(() => {
      document.documentElement.lang = language.value;
      const title = pageTitle();
      // The browser's list of pages that were gone through takes the title that an entry has when it is left.
      queueMicrotask(() => {
        document.title = title;
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
