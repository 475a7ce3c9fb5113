import type { PanelParts } from "../../panels";

export const mapPanel: PanelParts = { Body };

function Body() {
  return null;
}
