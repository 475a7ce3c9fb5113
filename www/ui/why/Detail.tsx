// What stands below the maps: the cell that they point at in numbers, and what becomes of the list without a source.
import { FocusRow } from "./FocusRow";
import { WhatIf } from "./WhatIf";
import "../../styles/reading.css";

export function Detail() {
  return (
    <div class="why-detail">
      <FocusRow />
      <WhatIf />
    </div>
  );
}
