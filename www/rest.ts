// What nobody needs before the first answer: the article below the panels, the drawings of other items, paper, the words for trouble, and what
// keeps the files for the next visit.
import { keepFiles } from "./keepFiles";
import { fetchPictograms } from "./ui/common/itemSign";
import { fetchNotices } from "./ui/shell/Notices";

/** What stands below the panels, and fetches the article when it comes near. */
export const fetchBelow = () => import("./ui/article/below");

export async function rest(): Promise<void> {
  await Promise.allSettled([
    import("./styles/print.css"),
    fetchBelow(),
    fetchNotices(),
    fetchPictograms(),
    keepFiles(),
  ]);
}
