// What runs on its own once the page has answered, and is not seen by anybody who only looks.
import { keepFiles } from "./keepFiles";
import { preparePrinting } from "./ui/print/prepare";
import { followBarColour } from "./ui/shell/barColour";

export async function atRest(): Promise<void> {
  followBarColour();
  await Promise.allSettled([preparePrinting(), keepFiles()]);
}
