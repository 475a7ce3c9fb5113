// The one copy of the CPU engine's code that the page has: fetched with the first connection, handed to every worker.
import { oneModule } from "./engineModule";

/** After a failure, the next call fetches it again. The first fetch takes what index.html has asked for already. */
export const engineCode = oneModule(chosenEngine);

/** Which of the two builds this browser runs is chosen before this script: see before/choose-engine.ts. */
function chosenEngine(): string {
  const chosen = document.querySelector<HTMLLinkElement>("link[data-engine][rel=preload]");
  if (!chosen) throw new Error("before/choose-engine.ts has not run: no engine is chosen");
  return chosen.href;
}
