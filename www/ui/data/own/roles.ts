// Roles of columns as the dialog offers them, beside those of the columns file: there a role and its kind are two words.
import type { Dictionary } from "../../../content";
import type { ColumnChoice, ColumnReport } from "../../../worker/importProtocol";

export type Offered = keyof Dictionary["imported"]["columns"]["roles"];

/** What can be chosen for every column. */
export const OFFERED: readonly Offered[] = [
  "user",
  "session",
  "item",
  "time",
  "single",
  "bag",
  "number",
  "title",
  "rating",
  "event",
  "ignore",
];

const ATTRIBUTES: readonly string[] = ["single", "bag", "number"];

/** What a column is read as. */
export function offeredOf({ role, kind }: Pick<ColumnReport, "role" | "kind">): Offered {
  if (role !== "attribute") return role as Offered;
  if (kind === "long: name") return "longName";
  if (kind === "long: value") return "longValue";
  return kind as Offered;
}

/** The same as the columns file says it. */
export function choiceOf(offered: Offered): ColumnChoice {
  if (offered === "longName") return { role: "attribute", long: "name" };
  if (offered === "longValue") return { role: "attribute", long: "value" };
  return ATTRIBUTES.includes(offered) ? { role: "attribute", kind: offered } : { role: offered };
}
