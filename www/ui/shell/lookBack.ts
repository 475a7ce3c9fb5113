// What was under way or open before the page was left, and what earlier runs left behind.
import { loadWords } from "../../content";
import { lookForInterrupted } from "../../state/checkpoints";
import { offerKeptModels } from "../../state/keptModels";
import { followOwnData } from "../../state/ownBefore";

export async function lookBack(): Promise<void> {
  await lookForInterrupted();
  followOwnData();
  offerKeptModels(async (record, epoch) => {
    const [{ recordLabel }] = await Promise.all([
      import("../common/runs/recordLabel"),
      loadWords(["train", "compare"]),
    ]);
    return recordLabel(record, epoch);
  });
}
