// The one copy of the CPU engine's code that the page has: fetched with the first connection, handed to every worker.
import { type EngineModule, fetchModule } from "./engineModule";

let fetched: EngineModule | null = null;

export function engineCode(): EngineModule {
  fetched ??= fetchModule(chosenEngine());
  return fetched;
}

/** Which of the two builds this browser runs is chosen before this script: see choose-engine.js. */
function chosenEngine(): string {
  const chosen = document.querySelector<HTMLLinkElement>("link[data-engine][rel=preload]");
  if (!chosen) throw new Error("choose-engine.js has not run: no engine is chosen");
  return chosen.href;
}
