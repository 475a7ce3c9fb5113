// A newer build of the page: taken whole while this one goes on, told once, and opened at the next visit or at a press.
import { askKeeper, letTakeOver, takeAll } from "../worker/keeper";
import { current } from "./current";
import { say } from "./notices";
import { until } from "./until";

let newer: ServiceWorker | null = null;

/** `takesAll`: what is new is kept before it is told, so that it opens without a network, too. */
export function followNewerBuilds(registration: ServiceWorkerRegistration, takesAll: () => boolean): void {
  const consider = async (worker: ServiceWorker) => {
    const { isOwn, isOff } = await askKeeper(worker, "look");
    if (isOwn) return;
    // What does not arrive now comes from the network at the next visit.
    if (!isOff && takesAll()) await takeAll(worker).catch(() => undefined);
    // Nobody reads notices on a lecture's wall, or in the frame of another page.
    await until(() => current.lecture.value === null && current.embed.value === null);
    newer = worker;
    const { windows } = await askKeeper(worker, "look");
    say({ kind: "newer", isAlone: windows === 1 });
  };
  const follow = (worker: ServiceWorker) => {
    const settled = () => {
      // The first worker of all has nothing to wait for.
      if (worker.state === "installed" && registration.active) void consider(worker).catch(() => undefined);
    };
    worker.addEventListener("statechange", settled);
    settled();
  };
  if (registration.waiting) follow(registration.waiting);
  registration.addEventListener("updatefound", () => registration.installing && follow(registration.installing));
}

/** Loads the page anew, as the newer build. */
export async function openNewerBuild(): Promise<void> {
  if (newer) await letTakeOver(newer);
  location.reload();
}
