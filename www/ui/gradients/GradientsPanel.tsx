import type { PanelParts } from "../../panels";

export const gradientsPanel: PanelParts = { Body };

function Body() {
  return null;
}
