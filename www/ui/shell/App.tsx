import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { current } from "../../state/current";
import { Announcer } from "../common/Announcer";
import { ComparePanel } from "../compare/ComparePanel";
import { NextPanel } from "../next/NextPanel";
import { PaperPanel } from "../paper/PaperPanel";
import { SessionPanel } from "../session/SessionPanel";
import { TrainPanel } from "../train/TrainPanel";
import { WhyPanel } from "../why/WhyPanel";
import { Header } from "./Header";
import { panelLink, watchPanel, watchScroll } from "./navigation";
import { PanelBar, PanelTabs } from "./PanelNav";
import { SessionStrip } from "./SessionStrip";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { EngineNotice, StatusLine } from "./StatusLine";
import { listenToShortcuts } from "./shortcuts";

/** Wide: session and list at the left, the panels below each other at the right. Narrow: one panel at a time. */
export function App() {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const stops = [watchPanel(), listenToShortcuts(), page.current ? watchScroll(page.current) : () => undefined];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <>
      <a class="skip" {...panelLink("why")}>
        {t().shell.skip}
      </a>
      <Header />
      <SessionStrip />
      <main class="page" data-shown={current.panel.value} ref={page}>
        <div class="left">
          <SessionPanel />
          <NextPanel />
        </div>
        <div class="right">
          <PanelBar />
          <EngineNotice />
          <section class="panel" id="why" data-panel="why" aria-label={t().shell.panelLong.why} tabIndex={-1}>
            <WhyPanel />
          </section>
          <section class="panel" id="train" data-panel="train" aria-label={t().shell.panelLong.train} tabIndex={-1}>
            <TrainPanel />
          </section>
          <section
            class="panel"
            id="compare"
            data-panel="compare"
            aria-label={t().shell.panelLong.compare}
            tabIndex={-1}
          >
            <ComparePanel />
          </section>
          <PaperPanel />
        </div>
      </main>
      <StatusLine />
      <PanelTabs />
      <ShortcutsDialog />
      <Announcer />
    </>
  );
}
