// Where files come from: dropped, chosen, a whole folder, or a table that was copied.
import { useRef, useState } from "preact/hooks";
import { t } from "../../../content";
import { Button, IconButton } from "../../common/Button";
import { bytes } from "../../common/format";
import { OpenFiles } from "../../common/OpenFiles";
import { OWN_FILES_ID } from "../chooseFiles";
import { addFiles } from "../draft";
import { formatName } from "./formatName";
import { answer, choicesFrom, given, guessAgain, leaveOut } from "./intake";
import { importSaid } from "./said";

export function WhichFile() {
  const words = t().imported.files;
  return (
    <>
      <p class="intake-lede">{words.lede}</p>
      <div class="intake-which">
        <div class="intake-drop">
          <p class="intake-drop-title">{words.drop}</p>
          <p class="intake-drop-buttons">
            <OpenFiles
              id={OWN_FILES_ID}
              icon="open"
              label={given.value.length > 0 ? words.more : words.choose}
              accept=""
              multiple
              onFiles={(files) => void addFiles(files)}
            />
            <Paste />
            <Folder />
          </p>
          <p class="note">{words.many}</p>
        </div>
        <Known />
      </div>
      {given.value.length > 0 && <Chosen />}
    </>
  );
}

function Known() {
  const words = t().imported.files;
  const rows = [
    [words.table, words.tableNote],
    ["RecBole", ".inter, .item"],
    ["MovieLens", "u.data + u.item, ratings + movies"],
    ["S³-Rec", ".txt + item2attributes.json"],
    [words.others, words.othersNote],
  ] as const;
  return (
    <div>
      <h4>{words.known}</h4>
      <dl class="intake-known">
        {rows.map(([name, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A table that was copied from a sheet is a file like any other. */
function Paste() {
  const words = t().imported.files;
  const [isBad, setBad] = useState(false);
  const paste = async () => {
    const text = await navigator.clipboard?.readText().catch(() => "");
    setBad(!text?.trim());
    if (text?.trim()) await addFiles([new File([text], words.pasted, { type: "text/csv" })]);
  };
  return (
    <>
      <Button icon="copy" onClick={() => void paste()}>
        {words.paste}
      </Button>
      {isBad && (
        <span class="field-bad" role="alert">
          {words.noPaste}
        </span>
      )}
    </>
  );
}

/** Browsers name what lies in a folder only through a field of its own. */
function Folder() {
  const words = t().imported.files;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="open" onClick={() => input.current?.click()}>
        {words.folder}
      </Button>
      <input
        ref={(field) => {
          input.current = field;
          field?.setAttribute("webkitdirectory", "");
        }}
        class="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.folder}
        onChange={(event) => {
          // What a system keeps in every folder is nobody's data.
          const files = [...(event.currentTarget.files ?? [])].filter(({ name }) => !name.startsWith("."));
          event.currentTarget.value = "";
          if (files.length > 0) void addFiles(files);
        }}
      />
    </>
  );
}

/** What is chosen, and what each file was taken for. */
function Chosen() {
  const words = t().imported.files;
  const reports = answer.value?.report.files ?? [];
  return (
    <div class="intake-chosen">
      <h4>{words.chosen}</h4>
      <ul>
        {given.value.map(({ name, size }) => (
          <li key={name}>
            <b>{name}</b> <span class="note">{bytes(size)}</span>
            <IconButton icon="close" label={words.remove(name)} onClick={() => leaveOut(name)} />
            <ul>
              {reports
                .filter((report) => report.name === name || report.name.startsWith(`${name}/`))
                .map(({ name: inner, role, reason }) => (
                  <li key={inner} class="note">
                    {inner !== name && <>{inner.slice(name.length + 1)}: </>}
                    {words.roles[role] ?? role}, {importSaid(formatName(reason))}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {choicesFrom.value && (
        <p class="note">
          {words.choices(choicesFrom.value)}{" "}
          <Button look="link" onClick={guessAgain}>
            {words.forget}
          </Button>
        </p>
      )}
    </div>
  );
}
