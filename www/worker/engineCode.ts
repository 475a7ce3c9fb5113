// The one copy of the CPU engine's code that the page has: fetched with the first connection, handed to every worker.
import { fetchModule, oneCopy } from "./engineModule";

/** After a failure, the next call fetches it again. */
export const engineCode = oneCopy((again) => {
  // The first fetch takes what index.html has asked for already.
  if (!again) return fetchModule(chosenEngine());
  return fetchModule(chosenEngine(), (url) => fetch(url, { cache: "reload" }));
});

/** Which of the two builds this browser runs is chosen before this script: see choose-engine.js. */
function chosenEngine(): string {
  const chosen = document.querySelector<HTMLLinkElement>("link[data-engine][rel=preload]");
  if (!chosen) throw new Error("choose-engine.js has not run: no engine is chosen");
  return chosen.href;
}
