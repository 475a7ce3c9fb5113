// What nobody needs before the first answer: the article below the panels, the drawings of other items, paper, the words for trouble, and what
// keeps the files for the next visit.
import { keepFiles } from "./keepFiles";
import { fetchPictograms } from "./ui/common/itemSign";
import { preparePrinting } from "./ui/print/prepare";
import { followBarColour } from "./ui/shell/barColour";
import { fetchNotices } from "./ui/shell/Notices";
import { refuseStrayFiles } from "./ui/shell/strayFiles";

/** What stands below the panels, and fetches the article when it comes near. */
export const fetchBelow = () => import("./ui/article/below");

export async function rest(): Promise<void> {
  followBarColour();
  refuseStrayFiles();
  void import("./state/notes").then(({ hearOfForgetting }) => hearOfForgetting()).catch(() => undefined);
  void import("./ui/shell/lookBack").then(({ lookBack }) => lookBack()).catch(() => undefined);
  await Promise.allSettled([preparePrinting(), fetchBelow(), fetchNotices(), fetchPictograms(), keepFiles()]);
}
