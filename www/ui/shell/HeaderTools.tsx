// What is set once: language, theme, size. With the link to what is on screen and the list of keys; narrow screens keep all but the language in a menu.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { LANGUAGES, type Language } from "../../state/fields";
import { Button, IconButton } from "../common/Button";
import { Icon } from "../common/Icon";
import { lazy } from "../common/lazy";
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

const Appearance = lazy(async () => (await import("./Appearance")).Appearance);
const Lectures = lazy(async () => (await import("../lecture/Lectures")).Lectures, ["lecture"]);
const ToolsMenu = lazy(async () => (await import("./ToolsMenu")).ToolsMenu);

export function HeaderTools() {
  return (
    <div class="top-tools">
      {wide.value ? <LanguageChoice /> : <OtherLanguage />}
      {wide.value ? (
        <>
          <Popover
            label={t().shell.appearance}
            align="end"
            triggerClass="icon-button"
            triggerLabel={t().shell.appearance}
            triggerTitle={t().shell.appearance}
            trigger={<Icon name="theme" />}
          >
            {() => <Appearance />}
          </Popover>
          <IconButton icon="help" label={t().shell.shortcuts} onClick={openShortcuts} />
          <CopyLink bare />
          <LectureMenu />
        </>
      ) : (
        <Popover
          label={t().shell.tools}
          align="end"
          triggerClass="icon-button"
          triggerLabel={t().shell.tools}
          triggerTitle={t().shell.tools}
          trigger={<Icon name="more" />}
        >
          {(close) => <ToolsMenu close={close} />}
        </Popover>
      )}
    </div>
  );
}

function LectureMenu() {
  return (
    <Popover
      label={t().shell.lecture}
      align="end"
      triggerClass="icon-button"
      triggerLabel={t().shell.lecture}
      triggerTitle={t().shell.lecture}
      trigger={<Icon name="lecture" />}
    >
      {(close) => <Lectures close={close} />}
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
