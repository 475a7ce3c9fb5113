// The visitor's own log: chosen or dropped, together or one after the other, whole or in part.
import { t } from "../../content";
import type { SubsetConfig } from "../../engine.ts";
import { client } from "../../state/engine";
import { Button, IconButton } from "../common/Button";
import { bytes, count } from "../common/format";
import { Marked } from "../common/Marked";
import { NumberField } from "../common/NumberField";
import { OpenFiles } from "../common/OpenFiles";
import { Select } from "../common/Select";
import { useValidFields } from "../common/validFields";
import { OWN_FILES_ID } from "./chooseFiles";
import { addFiles, DEFAULT_CORE, files, openFiles, opening, outcome, subset } from "./draft";
import { Failure, Unreadable } from "./Failure";
import { NotTaken } from "./NotTaken";

export function OwnFiles() {
  const words = t().data;
  const { inter, item, left } = files.value;
  const last = outcome.value;
  const any = inter !== null || item !== null;
  return (
    <section aria-labelledby="files-title">
      <h3 id="files-title">{words.filesTitle}</h3>
      <p class="note">{words.filesNote}</p>
      <p class="file-choice">
        <OpenFiles
          id={OWN_FILES_ID}
          icon="open"
          label={words.choose}
          accept=".inter,.item,.txt,text/plain"
          multiple
          onFiles={addFiles}
        />{" "}
        <span class="note">{words.dropHere}</span>
      </p>
      {any && (
        <dl class="chosen-files">
          <Chosen label={words.inter} file={inter} missing={words.missing} onRemove={() => drop("inter")} />
          <Chosen label={words.item} file={item} missing={words.missingItem} onRemove={() => drop("item")} />
        </dl>
      )}
      <NotTaken left={left} model={false} />
      {any && !inter && <p class="note">{words.needInter}</p>}
      {inter && <OpenPart />}
      {last?.kind === "failed" && last.of === "files" && <Failure failure={last.failure} of="files" />}
      {last?.kind === "unreadable" && <Unreadable name={last.name} />}
    </section>
  );
}

function drop(which: "inter" | "item"): void {
  files.value = { ...files.value, [which]: null };
}

function Chosen(props: { label: string; file: File | null; missing: string; onRemove: () => void }) {
  const { label, file, missing, onRemove } = props;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {file ? (
          <>
            <b>{file.name}</b> {file.size < 1000 ? t().data.smallFile(count(file.size)) : bytes(file.size)}
            <IconButton icon="close" label={t().data.remove(file.name)} onClick={onRemove} />
          </>
        ) : (
          <span class="note">{missing}</span>
        )}
      </dd>
    </div>
  );
}

const LIMITS = [
  { id: "max_items", least: 2, most: 1_000_000 },
  { id: "max_users", least: 1, most: 10_000_000 },
  { id: "min_length", least: 1, most: 100_000 },
  { id: "core", least: 1, most: 1000 },
] as const;

const ORDERS = ["none", "file", "file reversed"] as const;
type OrderChoice = (typeof ORDERS)[number];

/** Which part of the files, and the button that opens it: not while a limit cannot be read. */
function OpenPart() {
  const words = t().data;
  const { allValid, onValid } = useValidFields();
  return (
    <>
      <Subset onValid={onValid} />
      <div class="data-buttons">
        <Button look="solid" disabled={!allValid || opening.value || !client.value} onClick={() => void openFiles()}>
          {opening.value ? words.opening : words.openFiles}
        </Button>
      </div>
    </>
  );
}

function Subset({ onValid }: { onValid: (field: string) => (valid: boolean) => void }) {
  const words = t().data;
  const chosen = subset.value;
  const set = (id: (typeof LIMITS)[number]["id"], value: number | null) => {
    const { [id]: _, ...rest } = chosen;
    const next: SubsetConfig = value === null ? rest : { ...rest, [id]: value };
    subset.value = next;
  };
  return (
    <fieldset class="subset">
      <legend>{words.subsetTitle}</legend>
      {LIMITS.map(({ id, least, most }) => (
        <NumberField
          key={id}
          label={words.subset[id].name}
          value={chosen[id] ?? null}
          empty={id === "core" ? String(DEFAULT_CORE) : words.all}
          least={least}
          most={most}
          onChange={(value) => set(id, value)}
          onValid={onValid(id)}
        />
      ))}
      <Select<OrderChoice>
        label={words.order.name}
        options={ORDERS.map((value) => ({ value, label: words.order.options[value] }))}
        value={chosen.order === "file" || chosen.order === "file reversed" ? chosen.order : "none"}
        onChange={(order) => {
          const { order: _, ...rest } = chosen;
          subset.value = order === "none" ? rest : { ...rest, order };
        }}
      />
      <p class="note">
        <Marked text={words.coreNote(count(chosen.core ?? DEFAULT_CORE))} />
      </p>
    </fieldset>
  );
}
