// Places of the session in words.
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import type { Place, PlacedCell } from "../../state/cellPlaces";
import { MASK } from "../../state/slots";
import { itemName } from "../common/itemWords";
import type { Answer } from "./sides";

export function columnName(data: Catalogue, answer: Pick<Answer, "session">, column: Place): string {
  return column === "mask" ? t().side.mask : itemName(data, answer.session[column] ?? 0);
}

/** The read-out row is the newest item in some models and [MASK] in others. */
export function rowName(data: Catalogue, answer: Answer, row: PlacedCell["row"]): string {
  if (row !== "readout") return itemName(data, answer.session[row] ?? 0);
  return answer.maps.items.at(-1) === MASK ? t().side.mask : itemName(data, answer.session.at(-1) ?? 0);
}

/** The row in all models at once: "Camera sling / [MASK]" where they do not read the same slot. */
export function rowNames(data: Catalogue, answers: readonly Answer[], row: PlacedCell["row"]): string {
  return [...new Set(answers.map((answer) => rowName(data, answer, row)))].join(" / ");
}
