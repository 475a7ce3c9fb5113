import type { PanelParts } from "../../panels";

export const truthPanel: PanelParts = { Body };

function Body() {
  return null;
}
