// What can be done with the settings as a whole: explained, kept in a file, taken from one, taken back.
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { configFailure, configText, openConfig } from "../../state/configFile";
import { client } from "../../state/engine";
import { defaultForm, form, resetForm } from "../../state/form";
import { Button } from "../common/Button";
import { rawText } from "../common/failures";
import { OpenFile } from "../common/OpenFiles";
import { RawText } from "../common/RawText";
import { refusalInWords } from "../common/runs/refusal";
import { saveFile } from "../common/saveFile";

interface Props {
  readonly config: RunConfig;
  readonly isExplained: boolean;
  readonly onExplain: (isExplained: boolean) => void;
}

export function SettingsFoot({ config, isExplained, onExplain }: Props) {
  const words = t().train;
  return (
    <>
      <div class="settings-foot">
        <Button look="link" aria-pressed={isExplained} onClick={() => onExplain(!isExplained)}>
          {words.explain}
        </Button>
        <Button look="link" onClick={saveSettings}>
          {words.saveSettings}
        </Button>
        <OpenFile
          look="link"
          label={words.openSettings}
          accept=".json,application/json"
          disabled={client.value === null}
          onFile={(file) => void file.text().then(openConfig)}
        />
        {differs(config, defaultForm.value) && (
          <Button look="link" onClick={resetForm}>
            {words.resetAll}
          </Button>
        )}
      </div>
      <FileRefused />
    </>
  );
}

function FileRefused() {
  const words = t().train;
  const failure = configFailure.value;
  if (!failure) return null;
  const raw = rawText(failure);
  return (
    <div class="note settings-note" role="alert">
      {words.settingsRefused} {refusalInWords(failure)}
      {raw !== null && <RawText text={raw} />}
    </div>
  );
}

/** The same file that the command line takes with `--config`. */
function saveSettings(): void {
  const text = configText();
  if (text !== null) saveFile(`${form.value?.model.kind}.json`, text, "application/json");
}

function differs(config: RunConfig, other: RunConfig | null): boolean {
  return other !== null && JSON.stringify(config) !== JSON.stringify(other);
}
