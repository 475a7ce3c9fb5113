import type { PanelParts } from "../../panels";

export const causePanel: PanelParts = { Body };

function Body() {
  return null;
}
