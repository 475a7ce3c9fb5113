import type { PanelParts } from "../../panels";

export const fusedPanel: PanelParts = { Body };

function Body() {
  return null;
}
