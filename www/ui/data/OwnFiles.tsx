// The way to the visitor's own log: choose files, or go back to those that are chosen.
import { t } from "../../content";
import { Button } from "../common/Button";
import { OpenFiles } from "../common/OpenFiles";
import { OWN_FILES_ID } from "./chooseFiles";
import { addFiles, showsFiles } from "./draft";
import { given } from "./own/intake";

export function OwnFiles() {
  const words = t().data;
  return (
    <section aria-labelledby="files-title">
      <h3 id="files-title">{words.filesTitle}</h3>
      <p class="note">{words.filesNote}</p>
      <p class="file-choice">
        <OpenFiles
          id={OWN_FILES_ID}
          icon="open"
          label={words.choose}
          accept=""
          multiple
          onFiles={(files) => void addFiles(files)}
        />{" "}
        <span class="note">{words.dropHere}</span>
      </p>
      {given.value.length > 0 && (
        <Button
          look="link"
          onClick={() => {
            showsFiles.value = true;
          }}
        >
          {words.howRead(given.value.map(({ name }) => name).join(", "))}
        </Button>
      )}
    </section>
  );
}
