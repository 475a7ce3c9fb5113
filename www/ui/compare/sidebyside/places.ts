// Places of the session in words.
import { t } from "../../../content";
import type { Catalogue } from "../../../engine.ts";
import type { Place, PlacedCell } from "../../../state/slots";
import { itemName } from "../../common/itemWords";
import type { Answer } from "./sides";

export function columnName(data: Catalogue, answer: Pick<Answer, "session">, column: Place): string {
  return column === "mask" ? t().side.mask : itemName(data, answer.session[column] ?? 0);
}

/** The read-out row is the newest item in some models and [MASK] in others: it is named by what it is for. */
export function rowName(data: Catalogue, answer: Pick<Answer, "session">, row: PlacedCell["row"]): string {
  return row === "readout" ? t().side.readout : itemName(data, answer.session[row] ?? 0);
}
