// A newer build of the page: taken whole while this one goes on, told once, and opened at the next visit or at a press.
import { askKeeper, letTakeOver, takeAll } from "../worker/keeper";
import { current } from "./current";
import { say } from "./notices";
import { until } from "./until";

let newer: ServiceWorker | null = null;

/** `takesAll`: what is new is kept before it is told, so that it opens without a network, too. */
export async function tellNewerBuild(worker: ServiceWorker, takesAll: boolean): Promise<void> {
  // What does not arrive now comes from the network at the next visit.
  if (takesAll) await takeAll(worker).catch(() => undefined);
  // Nobody reads notices on a lecture's wall, or in the frame of another page.
  await until(() => current.lecture.value === null && current.embed.value === null);
  newer = worker;
  const { windows } = await askKeeper(worker, "look");
  say({ kind: "newer", isAlone: windows === 1 });
}

/** Loads the page anew, as the newer build. */
export async function openNewerBuild(): Promise<void> {
  if (newer) await letTakeOver(newer);
  location.reload();
}
