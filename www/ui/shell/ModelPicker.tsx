// The list of models that could answer the visitor's session. Fetched when the menu opens, with the list of ready weights.

import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { answeringChoice } from "../../state/answeringChoice";
import { choices, comingKey } from "../../state/choices";
import { set } from "../../state/current";
import { client } from "../../state/engine";
import { measured } from "../../state/measured";
import { fileFailure, openOrAsk } from "../../state/modelFile";
import { loaded, model, modelFailure, shop } from "../../state/opened";
import {
  fetchReadyIndex,
  modelProgress,
  type ReadySystem,
  readyFailureOf,
  readyIndexOf,
  readySystemsOf,
} from "../../state/ready";
import { retryModel } from "../../state/resources";
import { type Choice, stateKey } from "../../state/shelf";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { bytes } from "../common/format";
import { fraction } from "../common/formatMore";
import { OpenFile } from "../common/OpenFiles";
import { saveFile } from "../common/saveFile";
import { entersInWords } from "../common/systemWords";
import { inDialogs } from "../data/DataMenu";
import { ForPyTorch } from "./ForPyTorch";

/** What the page knows of a ready system; null for one that was trained here. */
function readyOf({ system, label }: Choice): ReadySystem | null {
  const of = label === "" ? shop.value : null;
  return (of && readySystemsOf(of).find(({ id }) => id === system)) ?? null;
}

/** Its NDCG@10 on the test clicks; null where it was not measured. */
function reachedBy({ test: { kept } }: ReadySystem): string | null {
  const ndcg = measured(kept, "ndcg", 10);
  return ndcg && fraction(ndcg.value);
}

export function ModelPicker() {
  const words = t().models;
  const open = shop.value;
  useEffect(() => {
    if (open) void fetchReadyIndex(open);
  }, [open]);
  useEffect(sayAnswering, []);
  const all = choices.value;
  const groups = [
    { title: words.chooseShipped, list: all.filter(({ label }) => label === "") },
    { title: words.chooseTrained, list: all.filter(({ label }) => label !== "") },
  ];
  const listFailure = open && readyFailureOf(open).value;
  return (
    <div class="model-picker">
      <div class="model-list">
        {groups.map(
          ({ title, list }) =>
            list.length > 0 && (
              <fieldset key={title}>
                <legend>
                  <span>{title}</span>
                  {list.some((choice) => readyOf(choice)) && <span aria-hidden="true">{words.ndcgAt("")}</span>}
                </legend>
                {list.map((choice) => (
                  <Option key={choice.key} choice={choice} />
                ))}
              </fieldset>
            ),
        )}
      </div>
      {open && !readyIndexOf(open).value && !listFailure && <p class="note">{words.chooseWaiting}</p>}
      {!open && <p class="note">{words.chooseOther}</p>}
      {open && listFailure && (
        <p class="note" role="alert">
          {words.listFailed(inWords(listFailure))}{" "}
          <Button look="link" onClick={() => void fetchReadyIndex(open)}>
            {t().common.tryAgain}
          </Button>
        </p>
      )}
      <Failures />
      <p class="model-files">
        <OpenFile
          label={words.openWeights}
          accept=".safetensors"
          disabled={client.value === null}
          onFile={(file) => void openFile(file)}
        />
        <Button disabled={model.value === null} onClick={saveModel}>
          {words.saveWeights}
        </Button>
        <ForPyTorch />
      </p>
    </div>
  );
}

/** A model that did not arrive, and a file that was refused: what answered before still does. */
function Failures() {
  const words = t().models;
  const [missing, refused] = [modelFailure.value, fileFailure.value];
  return (
    <>
      {missing && (
        <p class="note" role="alert">
          {words.chooseFailed(inWords(missing.failure))}{" "}
          <Button look="link" onClick={retryModel}>
            {t().common.tryAgain}
          </Button>
        </p>
      )}
      {refused && (
        <p class="note" role="alert">
          {words.fileRefused(refused.name, inWords(refused.failure))}
        </p>
      )}
    </>
  );
}

/** Which model answers from now on is read out. */
function sayAnswering(): () => void {
  let said = loaded.peek()?.key;
  return effect(() => {
    const choice = answeringChoice.value;
    if (!choice || choice.key === said) return;
    said = choice.key;
    announce(t().models.chosen(choice.name));
  });
}

/** A model, or a run, which is asked about wherever it is given. */
function openFile(file: File): Promise<void> {
  return inDialogs(async ({ holdsRun, showDialog }) => {
    const ask = () => void showDialog([file]);
    if (await holdsRun(file)) ask();
    else await openOrAsk(file.name, new Uint8Array(await file.arrayBuffer()), ask);
  });
}

/** The file of the model that answers; the command line reads it as it is. */
function saveModel(): void {
  const now = loaded.peek();
  if (now?.bytes) saveFile(`${now.summary.system.id}.safetensors`, now.bytes.slice(), "application/octet-stream");
}

function Option({ choice }: { choice: Choice }) {
  const words = t().models;
  const wanted = comingKey.value ?? answeringChoice.value?.key;
  const ready = readyOf(choice);
  const reached = ready && reachedBy(ready);
  const isComing = comingKey.value === choice.key;
  return (
    <label class="model-option">
      <input
        type="radio"
        name="answering-model"
        checked={wanted === choice.key}
        disabled={client.value === null}
        onChange={() => set({ model: stateKey(choice) })}
      />
      <b>{choice.name}</b>
      <span>
        {reached && (
          <>
            <span class="visually-hidden">, {words.ndcgAt("")} </span>
            {reached}
          </>
        )}
      </span>
      <span class="model-option-note">
        {isComing ? comingInWords() : choice.label || (ready && entersInWords(ready))}
      </span>
    </label>
  );
}

/** How much of the model on its way is here. */
function comingInWords(): string {
  const words = t().models;
  const progress = modelProgress.value;
  if (!progress || progress.total === null) return words.coming;
  return words.comingOf(bytes(progress.received), bytes(progress.total));
}
