import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { panelEntry } from "../../panels";
import { classLinkOpen } from "../../state/classLinkOpen";
import { current } from "../../state/current";
import { ended, holder, interrupted } from "../../state/holder";
import { ownLecturesOpen } from "../../state/ownLecturesOpen";
import { Announcer } from "../common/Announcer";
import { below } from "../common/below";
import { lazy, lazyOpened } from "../common/lazy";
import { inPanel, leftPanels, onlyPanel, panelLink, rightPanel } from "../common/navigation";
import { Panel } from "../common/Panel";
import { justAdded } from "../common/sessionActions";
import { termTip } from "../common/termTip";
import { wide } from "../common/viewport";
import { Header } from "./Header";
import { Notices } from "./Notices";
import { shortcutsOpen } from "./openShortcuts";
import { PanelBar, PanelTabs } from "./PanelNav";
import { SessionStrip } from "./SessionStrip";
import { StatusLine } from "./StatusLine";
import { listenToShortcuts } from "./shortcuts";

const JustAdded = lazy(async () => (await import("./JustAdded")).JustAdded);
const ShortcutsDialog = lazyOpened(async () => (await import("./ShortcutsDialog")).ShortcutsDialog, ["help"]);
const LectureDialogs = lazyOpened(
  async () => (await import("../lecture/LectureDialogs")).LectureDialogs,
  ["lecture", "script"],
);
/** What a lecture puts in the place of header, tabs and status line; its words are here before it begins. */
const Wall = lazy(async () => (await import("../lecture/Wall")).Wall);
/** Nobody needs it before something trains. */
const RunBar = lazy(async () => (await import("../run/RunBar")).RunBar, ["train", "compare", "trouble"]);

/**
 * Wide: session and list at the left, one panel at the right. Narrow: one panel of all. Tabs stand before what they lead to, as the bar
 * does, wherever they are drawn.
 */
export function App() {
  useEffect(listenToShortcuts, []);
  const hidden = current.hide.value;
  const [Below, TermTip] = [below.value, termTip.here.value];
  const isLecture = current.lecture.value !== null;
  const isEmbedded = current.embed.value !== null;
  const has = (part: "header" | "status" | "bar") => !isEmbedded && !isLecture && !hidden.includes(part);
  return (
    <>
      {!isEmbedded && (
        <a class="skip" {...panelLink(inPanel.value)}>
          {t().shell.skip}
        </a>
      )}
      {has("header") && <Header />}
      {!wide.value && has("bar") && <PanelTabs />}
      {!wide.value && !isEmbedded && !isLecture && <SessionStrip />}
      {isLecture && <Wall />}
      <main class="page" data-beside={wide.value && leftPanels.value.length > 0}>
        {wide.value ? (
          <Beside hasBar={has("bar")} />
        ) : (
          <Panel key={onlyPanel.value} panel={panelEntry(onlyPanel.value)} />
        )}
      </main>
      {wide.value && Below && <Below />}
      {has("status") && <StatusLine />}
      {!wide.value && !isEmbedded && justAdded.value && <JustAdded />}
      {!isLecture && (holder.value ?? ended.value ?? interrupted.value) !== null && <RunBar />}
      <Notices />
      {shortcutsOpen.value && <ShortcutsDialog />}
      {(classLinkOpen.value || ownLecturesOpen.value) && <LectureDialogs />}
      <Announcer />
      {TermTip && <TermTip />}
    </>
  );
}

function Beside({ hasBar }: { hasBar: boolean }) {
  const right = rightPanel.value;
  return (
    <>
      {leftPanels.value.length > 0 && (
        <div class="left">
          {leftPanels.value.map((panel) => (
            <Panel key={panel.id} panel={panel} />
          ))}
        </div>
      )}
      {right && (
        <div class="right">
          {hasBar && <PanelBar />}
          <Panel key={right} panel={panelEntry(right)} />
        </div>
      )}
    </>
  );
}
