// "Make your own": the lectures of this device, or the one that is being edited. Whatever closes it, everything is kept already.
import { useEffect } from "preact/hooks";
import { t } from "../../../content";
import { ownLecturesOpen } from "../../../state/ownLecturesOpen";
import { Announcer } from "../../common/Announcer";
import { Dialog } from "../../common/Dialog";
import { useKeptFocus } from "../../common/useKeptFocus";
import { draft, edit } from "./desk";
import { Editor } from "./Editor";
import { openDropped } from "./opening";
import { Shelf } from "./Shelf";
import { prepareLectures } from "./shelf";
import "../../../styles/own-lecture.css";

export function OwnDialog() {
  const files = ownLecturesOpen.value;
  useEffect(() => void prepareLectures(), []);
  useEffect(() => {
    if (!files || files.length === 0) return;
    edit(null);
    void openDropped(files);
  }, [files]);
  const lecture = draft.value;
  const view = useKeptFocus<HTMLDivElement>();
  return (
    <Dialog
      title={t().own.title}
      class="own-dialog"
      open={files !== null}
      onClose={() => {
        ownLecturesOpen.value = null;
      }}
    >
      <div ref={view}>{lecture ? <Editor key={lecture.id} lecture={lecture} /> : <Shelf />}</div>
      {/* The page's own is out of reach while a dialog is open. */}
      <Announcer />
    </Dialog>
  );
}
