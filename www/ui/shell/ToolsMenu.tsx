import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { Button } from "../common/Button";
import { Appearance } from "./Appearance";
import { CopyLink } from "./CopyLink";
import { openShortcuts } from "./openShortcuts";

/** What the header has at the right, on a narrow screen. */
export function ToolsMenu({ close, children }: { close: () => void; children: ComponentChildren }) {
  return (
    <div class="tools-menu">
      <Appearance />
      <CopyLink />
      <Button
        icon="help"
        onClick={() => {
          close();
          openShortcuts();
        }}
      >
        {t().shell.shortcuts}
      </Button>
      {children}
    </div>
  );
}
