import type { PanelParts } from "../../panels";

export const rankPanel: PanelParts = { Body };

function Body() {
  return null;
}
