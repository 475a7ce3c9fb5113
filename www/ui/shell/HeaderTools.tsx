// What is set once: language, theme, size. With the link to what is on screen and the list of keys; narrow screens keep all but the language in a menu.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { LANGUAGES, type Language, THEMES } from "../../state/fields";
import { Button, IconButton } from "../common/Button";
import { CopyButton } from "../common/CopyButton";
import { Icon } from "../common/Icon";
import { Popover } from "../common/Popover";
import { Segmented } from "../common/Segmented";
import { Switch } from "../common/Switch";
import { wide } from "../common/viewport";
import { stateLink } from "./address";
import { openShortcuts } from "./openShortcuts";

/** Each language names itself, whatever language is on screen. */
const LANGUAGE_NAMES: Readonly<Record<Language, { short: string; long: string }>> = {
  en: { short: "EN", long: "English" },
  ko: { short: "한국어", long: "한국어" },
};

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
          {(close) => (
            <div class="tools-menu">
              <Appearance />
              <CopyLink />
              <Button
                icon="help"
                onClick={() => {
                  close();
                  openShortcuts();
                }}
              >
                {t().shell.shortcuts}
              </Button>
            </div>
          )}
        </Popover>
      )}
    </div>
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
    <Button
      look="quiet"
      class="language-toggle"
      lang={other}
      title={LANGUAGE_NAMES[other].long}
      onClick={() => set({ language: other })}
    >
      {LANGUAGE_NAMES[other].short}
    </Button>
  );
}

function Appearance() {
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

/** The visitor's own files are in no link. */
function CopyLink({ bare = false }: { bare?: boolean }) {
  const words = t().shell;
  if (current.data.value.kind !== "shop") return null;
  return (
    <CopyButton
      bare={bare}
      icon="link"
      label={words.copyLink}
      text={stateLink}
      copied={words.linkCopied}
      failed={words.linkFailed}
    />
  );
}
