// The colour of the browser's own bar, on phones and in an installed page. index.html has one for each theme of the system; a theme
// that was chosen here counts instead.
import { effect } from "@preact/signals";
import { current } from "../../state/current";

export function followBarColour(): () => void {
  const bars = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
  const [light = "", dark = ""] = bars.map(({ content }) => content);
  return effect(() => {
    // A lecture is light.
    const theme = current.lecture.value === null ? current.theme.value : "light";
    const [whileLight, whileDark] = { system: [light, dark], light: [light, light], dark: [dark, dark] }[theme];
    for (const bar of bars) bar.content = (bar.media.includes("dark") ? whileDark : whileLight) ?? "";
  });
}
