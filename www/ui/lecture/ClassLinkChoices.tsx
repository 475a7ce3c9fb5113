// What a class link opens: panels and parts of the page, or a place in a lecture.
import { t } from "../../content";
import { PANELS, type Panel } from "../../panels";
import { PARTS } from "../../state/fields";
import { Switch } from "../common/Switch";
import { type ClassLink, stepsOf } from "./classLink";

interface Props {
  readonly now: ClassLink;
  readonly change: (part: Partial<ClassLink>) => void;
}

export function PageChoices({ now, change }: Props) {
  const words = t().lecture.classLink;
  const isShown = (id: Panel) => now.panels.length === 0 || now.panels.includes(id);
  const toggle = (id: Panel, box: HTMLInputElement) => {
    const shown = PANELS.filter((panel) => (panel.id === id) !== isShown(panel.id)).map((panel) => panel.id);
    // A page of nothing is none.
    if (shown.length === 0) {
      box.checked = true;
      return;
    }
    const panels = shown.length === PANELS.length ? [] : shown;
    change({ panels, panel: shown.includes(now.panel) ? now.panel : (shown.at(-1) ?? now.panel) });
  };
  return (
    <>
      <fieldset class="class-link-panels">
        <legend class="field-label">{words.panels}</legend>
        {PANELS.map(({ id }) => (
          <label key={id}>
            <input type="checkbox" checked={isShown(id)} onChange={({ currentTarget }) => toggle(id, currentTarget)} />{" "}
            {t().panels.names[id].name}
          </label>
        ))}
      </fieldset>
      <fieldset class="class-link-panels">
        <legend class="field-label">{words.leftOut}</legend>
        {PARTS.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={now.hidden.includes(part)}
              onChange={({ currentTarget: { checked } }) =>
                change({ hidden: PARTS.filter((one) => (one === part ? checked : now.hidden.includes(one))) })
              }
            />{" "}
            {words.parts[part]}
          </label>
        ))}
      </fieldset>
      <Switch label={words.keeps} on={now.keeps} onChange={(keeps) => change({ keeps })} />
      <Switch label={t().shell.projector} on={now.projector} onChange={(projector) => change({ projector })} />
    </>
  );
}

export function PlaceChoices({ now, change }: Props) {
  const words = t().lecture.classLink;
  const steps = stepsOf(now.lecture);
  const clicks = steps.find(({ name }) => name === now.step)?.clicks ?? [];
  return (
    <div class="class-link-place">
      <label class="select-field">
        <span class="field-label">{words.step}</span>
        <select
          class="select"
          value={now.step ?? ""}
          onChange={({ currentTarget }) => change({ step: currentTarget.value || null, click: 0 })}
        >
          <option value="">{words.start}</option>
          {steps.map(({ name }) => (
            <option key={name} value={name}>
              {t().script[name as "session"].name}
            </option>
          ))}
        </select>
      </label>
      {clicks.length > 1 && (
        <label class="select-field">
          <span class="field-label">{words.subStep}</span>
          <select
            class="select"
            value={now.click}
            onChange={({ currentTarget }) => change({ click: Number(currentTarget.value) })}
          >
            {clicks.map((_, click) => (
              <option key={click} value={click}>
                {t().lecture.dot(click + 1, clicks.length)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
