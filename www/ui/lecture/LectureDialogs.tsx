// The dialogs of the menu of lectures. That of one's own lectures, which is large, is fetched by itself.
import { classLinkOpen } from "../../state/classLinkOpen";
import { ownLecturesOpen } from "../../state/ownLecturesOpen";
import { lazyOpened } from "../common/lazy";
import { ClassLinkDialog } from "./ClassLinkDialog";

const OwnDialog = lazyOpened(async () => {
  const [{ OwnDialog: Dialog }] = await Promise.all([
    import("./own/OwnDialog"),
    import("./own/scripts").then(({ fetchScripts }) => fetchScripts()),
  ]);
  return Dialog;
}, ["own"]);

export function LectureDialogs() {
  return (
    <>
      {classLinkOpen.value && <ClassLinkDialog />}
      {ownLecturesOpen.value && <OwnDialog />}
    </>
  );
}
