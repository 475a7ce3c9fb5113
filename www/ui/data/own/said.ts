// What the importer says, in the language on screen; where there are no words for it, in its own.
import { t } from "../../../content";
import { formatName } from "./formatName";

export function importSaid(text: string): string {
  return t().imported.says(text) ?? t().trouble.asItIs(text);
}

const OF_A_FORM = /^(so named in |in this place in |not among what is read of )(.+)$/;

/** Why a column is taken for what it is; a form is called by its name, and not by its short one. */
export function reasonSaid(reason: string): string {
  return importSaid(reason.replace(OF_A_FORM, (_, words: string, format: string) => words + formatName(format)));
}
