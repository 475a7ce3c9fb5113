// What is set once: language, theme, size. With the link to what is on screen and the list of keys; narrow screens keep all but the language in a menu.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { current, set } from "../../state/current";
import { LANGUAGES, type Language } from "../../state/fields";
import { Button, IconButton } from "../common/Button";
import { Icon, type IconName } from "../common/Icon";
import { lazyOpened } from "../common/lazy";
import { Popover } from "../common/Popover";
import { Segmented } from "../common/Segmented";
import { wide } from "../common/viewport";
import { CopyLink } from "./CopyLink";
import { openShortcuts } from "./openShortcuts";

/** Each language names itself, whatever language is on screen. */
const LANGUAGE_NAMES: Readonly<Record<Language, { short: string; long: string }>> = {
  en: { short: "EN", long: "English" },
  ko: { short: "한국어", long: "한국어" },
};

const Appearance = lazyOpened(async () => (await import("./Appearance")).Appearance);
const Lectures = lazyOpened(async () => (await import("../lecture/Lectures")).Lectures, ["lecture"]);
const ToolsMenu = lazyOpened(async () => (await import("./ToolsMenu")).ToolsMenu);

export function HeaderTools() {
  const words = t().shell;
  return (
    <div class="top-tools">
      {wide.value ? <LanguageChoice /> : <OtherLanguage />}
      {wide.value ? (
        <>
          <IconMenu icon="theme" label={words.appearance}>
            {() => <Appearance />}
          </IconMenu>
          <IconButton icon="help" label={words.shortcuts} onClick={openShortcuts} />
          <CopyLink bare />
          <IconMenu icon="lecture" label={words.lecture}>
            {(close) => <Lectures close={close} />}
          </IconMenu>
        </>
      ) : (
        <IconMenu icon="more" label={words.tools}>
          {(close) => (
            <ToolsMenu close={close}>
              <Lectures close={close} />
            </ToolsMenu>
          )}
        </IconMenu>
      )}
    </div>
  );
}

interface MenuProps {
  readonly icon: IconName;
  readonly label: string;
  readonly children: (close: () => void) => ComponentChildren;
}

/** A menu behind a drawing, at the right of the header. */
function IconMenu({ icon, label, children }: MenuProps) {
  return (
    <Popover
      label={label}
      align="end"
      triggerClass="icon-button"
      triggerLabel={label}
      triggerTitle={label}
      trigger={<Icon name={icon} />}
    >
      {children}
    </Popover>
  );
}

function LanguageChoice() {
  return (
    <Segmented
      label={t().shell.languageLabel}
      hideLabel
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value].short, lang: value }))}
      value={current.language.value}
      onChange={(language) => set({ language })}
    />
  );
}

function OtherLanguage() {
  const other = current.language.value === "en" ? "ko" : "en";
  return (
    <Button look="quiet" lang={other} title={LANGUAGE_NAMES[other].long} onClick={() => set({ language: other })}>
      {LANGUAGE_NAMES[other].short}
    </Button>
  );
}
