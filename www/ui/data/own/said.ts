// What the importer says, in the language on screen; where there are no words for it, in its own.
import { t } from "../../../content";

export function importSaid(text: string): string {
  return t().imported.says(text) ?? t().trouble.asItIs(text);
}
