import { t } from "../../content";
import { current, set } from "../../state/current";
import { type Language, THEMES } from "../../state/fields";
import { IconButton } from "../common/Button";
import { CopyButton } from "../common/CopyButton";
import { Segmented } from "../common/Segmented";
import { wide } from "../common/viewport";
import { DataMenu } from "../data/DataMenu";
import { stateLink } from "./address";
import { BackendBadge } from "./BackendBadge";
import { Logo } from "./Logo";
import { ModelInfo } from "./ModelInfo";
import { openShortcuts } from "./ShortcutsDialog";

/** Each language names itself, whatever language is on screen. */
const LANGUAGE_NAMES: Readonly<Record<Language, { short: string; long: string }>> = {
  en: { short: "EN", long: "English" },
  ko: { short: "한국어", long: "한국어" },
};

function LanguageSwitch() {
  const language = current.language.value;
  const choose = (language: Language) => set({ language });
  if (wide.value) {
    return (
      <Segmented
        label={t().shell.languageLabel}
        hideLabel
        options={[
          { value: "en", label: LANGUAGE_NAMES.en.short, lang: "en" },
          { value: "ko", label: LANGUAGE_NAMES.ko.short, lang: "ko" },
        ]}
        value={language}
        onChange={choose}
      />
    );
  }
  const other = language === "en" ? "ko" : "en";
  return (
    <button
      type="button"
      class="button button-quiet language-toggle"
      lang={other}
      title={LANGUAGE_NAMES[other].long}
      onClick={() => choose(other)}
    >
      {LANGUAGE_NAMES[other].short}
    </button>
  );
}

export function Header() {
  const words = t().shell;
  const nextTheme = THEMES[(THEMES.indexOf(current.theme.value) + 1) % THEMES.length] ?? "system";
  return (
    <header class="top">
      <div class="brand">
        <Logo />
        <h1>{words.title}</h1>
      </div>
      <div class="pickers">
        <DataMenu />
        <ModelInfo />
      </div>
      <BackendBadge />
      <p class="top-about">{words.about}</p>
      <div class="top-tools">
        <LanguageSwitch />
        <IconButton
          icon="theme"
          label={words.themeLabel[current.theme.value]}
          onClick={() => set({ theme: nextTheme })}
        />
        <IconButton class="shortcuts-button" icon="help" label={words.shortcuts} onClick={openShortcuts} />
        {current.data.value.kind === "shop" && (
          <CopyButton
            bare
            class="link-button"
            icon="link"
            label={words.copyLink}
            text={stateLink}
            copied={words.linkCopied}
            failed={words.linkFailed}
          />
        )}
      </div>
    </header>
  );
}
