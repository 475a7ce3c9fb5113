import { t } from "../../content";
import { current, set } from "../../state/current";
import { THEMES } from "../../state/fields";
import { Segmented } from "../common/Segmented";
import { Switch } from "../common/Switch";
import "../../styles/menus.css";

/** Light or dark, and the size of a projector. */
export function Appearance() {
  const words = t().shell;
  return (
    <div class="appearance">
      <Segmented
        label={words.theme}
        options={THEMES.map((value) => ({ value, label: words.themes[value] }))}
        value={current.theme.value}
        onChange={(theme) => set({ theme })}
      />
      <Switch label={words.projector} on={current.projector.value} onChange={(projector) => set({ projector })} />
    </div>
  );
}
