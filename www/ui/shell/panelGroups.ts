import type { PanelEntry, PanelGroup } from "../../panels";

const GROUPS: readonly PanelGroup[] = ["session", "understand", "train", "read"];

interface Grouped {
  readonly group: PanelGroup;
  readonly panels: readonly PanelEntry[];
}

/** Panels by group, empty groups left out. */
export function grouped(panels: readonly PanelEntry[]): readonly Grouped[] {
  return GROUPS.map((group) => ({ group, panels: panels.filter((panel) => panel.group === group) })).filter(
    ({ panels }) => panels.length > 0,
  );
}
