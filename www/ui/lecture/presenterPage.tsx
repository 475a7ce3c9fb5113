// The presenter's window: the page itself, without an engine, in the language that the wall's link named.
import { effect } from "@preact/signals";
import { render } from "preact";
import { loadWords, t, useLanguage } from "../../content";
import { language } from "../../content/language";
import type { Experiment } from "../../state/experiment";
import { LANGUAGES } from "../../state/fields";
import { hearOfForgetting } from "../../state/notes";
import { Presenter } from "./Presenter";
import { sit } from "./presenterDesk";

/** `defaults`: the language and the theme that a visitor finds without a link. */
export async function showPresenter(root: HTMLElement, id: string, defaults: Experiment): Promise<void> {
  const asked = new URLSearchParams(location.search).get("lang");
  await useLanguage(LANGUAGES.find((one) => one === asked) ?? defaults.language);
  await loadWords(["lecture", "script"]);
  document.documentElement.lang = language.value;
  if (defaults.theme !== "system") document.documentElement.dataset.theme = defaults.theme;
  hearOfForgetting();
  await sit(id);
  effect(() => {
    document.title = t().lecture.notes.title;
  });
  root.replaceChildren();
  render(<Presenter />, root);
}
