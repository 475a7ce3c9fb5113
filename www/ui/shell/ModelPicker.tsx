// The list of models that could answer the visitor's session. Fetched when the menu opens, with the list of ready weights.

import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { answeringChoice, choices, choose, chooseFailure, chooseFile, choosing } from "../../state/choose";
import { client } from "../../state/engine";
import { model } from "../../state/opened";
import { fetchReadyIndex, readyFailure, readyIndex, readySystems } from "../../state/ready";
import type { Choice } from "../../state/shelf";
import { isShippedData } from "../../state/store";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { fraction } from "../common/format";
import { OpenFile } from "../common/OpenFile";
import { saveFile } from "../common/saveFile";
import { entersInWords } from "../common/systemWords";

/** What tells a ready system apart in one line: where side information enters, and what it reached. */
function noteOf({ system, label }: Choice): string {
  if (label !== "") return label;
  const ready = readySystems.value.find(({ id }) => id === system);
  if (!ready) return "";
  const { kept } = ready.test;
  const ndcg = kept.ndcg[kept.k.indexOf(10)];
  return [entersInWords(ready.enters), ...(ndcg === undefined ? [] : [t().shell.model.ndcgAt(fraction(ndcg))])].join(
    ", ",
  );
}

export function ModelPicker() {
  const words = t().shell.model;
  const shipped = isShippedData.value;
  useEffect(() => {
    if (shipped) void fetchReadyIndex();
  }, [shipped]);
  const all = choices.value;
  const groups = [
    { title: words.chooseShipped, list: all.filter(({ label }) => label === "") },
    { title: words.chooseTrained, list: all.filter(({ label }) => label !== "") },
  ];
  const failure = chooseFailure.value ?? (shipped ? readyFailure.value : null);
  return (
    <div class="model-picker">
      <div class="model-list">
        {groups.map(
          ({ title, list }) =>
            list.length > 0 && (
              <fieldset key={title}>
                <legend>{title}</legend>
                {list.map((choice) => (
                  <Option key={choice.key} choice={choice} />
                ))}
              </fieldset>
            ),
        )}
      </div>
      {shipped && !readyIndex.value && !failure && <p class="note">{words.chooseWaiting}</p>}
      {!shipped && <p class="note">{words.chooseOther}</p>}
      {failure && <p class="note">{words.chooseFailed(failure)}</p>}
      <p class="model-files">
        <OpenFile
          label={words.openWeights}
          accept=".safetensors"
          disabled={client.value === null}
          onFile={(file) => void file.arrayBuffer().then((buffer) => chooseFile(file.name, new Uint8Array(buffer)))}
        />
        <Button disabled={model.value === null} onClick={saveWeights}>
          {words.saveWeights}
        </Button>
      </p>
    </div>
  );
}

/** The file of the model that answers; the command line reads it as it is. */
function saveWeights(): void {
  const bytes = client.value?.answeringFile();
  const system = model.value?.system.id;
  if (bytes && system) saveFile(`${system}.safetensors`, bytes.slice(), "application/octet-stream");
}

function Option({ choice }: { choice: Choice }) {
  const words = t().shell.model;
  const wanted = choosing.value ?? answeringChoice.value?.key;
  return (
    <label class="model-option">
      <input
        type="radio"
        name="answering-model"
        checked={wanted === choice.key}
        disabled={client.value === null}
        onChange={() => void choose(choice).then(() => chooseFailure.value ?? announce(words.chosen(choice.name)))}
      />
      <span>
        <b>{choice.name}</b>
        <span class="model-option-note">{noteOf(choice)}</span>
      </span>
    </label>
  );
}
